"""Writing an article of Tirza in the backstage, as an editor does it in a browser."""

import re

DRAFT_IS_THERE_WITHIN = 60  # seconds
# The editor of rich text hands over what was typed a moment later.
HAS_TAKEN_OVER = "([field, text]) => field.value.includes(text)"


def begin_article(page, title, summary):
    """Open the form of a new article, with its title and summary."""
    # The bar that editors see on a page builds itself from what the page brings along.
    html = page.request.get("/lv/kopienas/tirza/").text()
    parent = re.search(r"/admin/pages/(\d+)/edit/", html).group(1)
    page.goto(f"/admin/pages/add/communities/articlepage/{parent}/")
    page.fill("#id_title", title)
    page.fill("#id_summary", summary)


def add_block(page, kind):
    """Add an empty block below the others."""
    page.locator("[data-contentpath=body] .c-sf-add-button").last.click()
    page.get_by_role("option", name=kind, exact=True).click()


def fill_block(page, place, fields):
    """Fill in the block that stands at the place; fields are named after the name of the block."""
    for name, value in fields.items():
        field = page.locator(f"[name='body-{place}-value{name}']")
        if value is True:
            field.check()
        elif field.get_attribute("type") == "hidden":
            field.locator("xpath=..").locator(".public-DraftEditor-content").fill(value)
            page.wait_for_function(HAS_TAKEN_OVER, arg=[field.element_handle(), value])
        else:
            field.fill(value)


def block_at(page, place):
    """The block that stands at the place."""
    return page.locator(f"input[name='body-{place}-type']").locator("xpath=..")


def choose(page, opener, fill_in):
    """Open a chooser, do in its window what has to be done, and see it close."""
    opener.click()
    fill_in(page.locator(".modal-dialog"))
    page.locator(".modal-dialog").wait_for(state="detached")


def upload(page, opener, file):
    """Upload a file through a chooser; its title is its name."""

    def fill_in(window):
        window.get_by_role("tab", name="Augšupielādēt").click()
        window.locator("input[type=file]").set_input_files(file)
        window.locator("input[name$=-title]").fill(file["name"])
        window.get_by_role("button", name="Augšupielādēt").click()

    choose(page, opener, fill_in)


def publish(page):
    """Publish what is in the form; the page may come back with errors instead."""
    page.get_by_role("button", name="Citas darbības").click()
    page.get_by_role("button", name="Publicēt", exact=True).click()


def wait_for_list(page):
    """Wait for the list of pages that follows when a page has been published."""
    page.wait_for_url(re.compile(r"/admin/pages/\d+/$"))


def english_editor(page, title) -> str:
    """The address of the editor of the page's English draft, once the queue has made it."""
    draft = page.get_by_role("link", name=title).nth(1)
    for _ in range(DRAFT_IS_THERE_WITHIN):
        page.goto(f"/admin/localize/reports/translations/?source_title={title}")
        if draft.count():
            break
        page.wait_for_timeout(1000)
    return draft.get_attribute("href")
