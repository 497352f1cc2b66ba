"""A leader at work on a phone: from the start page to a piece of news that waits for approval."""

from io import BytesIO

import pytest

from tests.core.test_uploads_images import picture
from tests.journeys.articles import add_block, block_at, fill_block
from tests.journeys.looking import violations

LEADER = "lidere.lizums@kopa.test"
START = "/admin/mana-kopiena/"


@pytest.fixture
def phone(page):
    page.set_viewport_size({"width": 360, "height": 740})
    return page


def begin(page, email=LEADER):
    """Sign in and come to the start of the backstage."""
    page.goto("/admin/login/?next=/admin/")
    page.get_by_role("button", name=email, exact=True).click()
    page.wait_for_url(f"**{START}**")


def faults(page, part) -> list:
    """What axe finds in a part of the page."""
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
    return violations(page, context=part, options=options)


def is_wider_than_the_screen(page) -> bool:
    return page.evaluate("document.scrollingElement.scrollWidth > innerWidth")


def test_a_leader_lands_on_their_community_and_everything_fits_a_phone(phone):
    begin(phone)
    assert phone.url.endswith(f"{START}lizums/")
    assert phone.locator(".kopa-start__title").inner_text() == "Lizuma pagasts"
    assert phone.locator("h1").count() == 1
    assert not is_wider_than_the_screen(phone)
    for button in phone.locator(".kopa-deed").all():
        assert button.bounding_box()["height"] >= 44
    assert faults(phone, ".kopa-start") == []


def test_a_leader_finds_help_in_the_menu(page):
    begin(page)
    page.get_by_role("link", name="Palīdzība").click()
    page.wait_for_url("**/admin/palidziba/")
    assert faults(page, ".kopa-help") == []
    page.set_viewport_size({"width": 360, "height": 740})
    assert not is_wider_than_the_screen(page)


def test_a_leader_writes_news_with_a_photo_looks_at_it_and_hands_it_in(phone):
    begin(phone)
    phone.locator(".kopa-deed").first.click()
    phone.fill("#id_title", "Slidotava pie skolas")
    phone.fill("#id_summary", "Ledus ir biezs.")
    assert phone.locator("#id_slug, [name=audience]").count() == 0
    add_block(phone, "Teksts")
    fill_block(phone, 0, {"": "Slidas var aizņemties skolā."})
    block_at(phone, 0).wait_for(state="attached")
    _upload_photo(phone)
    _save(phone)
    with phone.expect_popup() as popup:
        _open_preview(phone)
    popup.value.wait_for_load_state()
    assert "Slidas var aizņemties skolā." in popup.value.locator("article").inner_text()
    popup.value.close()
    _hand_in(phone)
    phone.goto(START)
    section = phone.locator("section[aria-labelledby=with-editors]")
    assert "Slidotava pie skolas" in section.inner_text()
    assert phone.request.get("/lv/kopienas/lizums/slidotava-pie-skolas/").status == 404


def test_another_community_is_closed_to_a_leader(page, browser, base_url):
    other = browser.new_context(base_url=base_url).new_page()
    begin(other, "lidere.tirza@kopa.test")
    foreign = other.locator(".kopa-deed--quiet").get_attribute("href")
    assert other.request.get(foreign).status == 200
    begin(page)
    assert page.request.get(foreign).status == 403
    assert page.request.get(f"{START}tirza/").status == 404
    page.goto(foreign)
    assert "Tirza" not in page.locator("main").inner_text()
    other.context.close()


def _upload_photo(page):
    content = BytesIO()
    picture((800, 500)).save(content, "JPEG")
    file = {"name": "ledus.jpg", "mimeType": "image/jpeg", "buffer": content.getvalue()}
    page.locator("#id_picture-chooser").get_by_role("button").first.click()
    window = page.locator(".modal-dialog")
    window.get_by_role("tab", name="Augšupielādēt").click()
    window.locator("input[type=file]").set_input_files(file)
    window.locator("input[name$=-title]").fill("Slidotava")
    window.get_by_role("button", name="Augšupielādēt").click()
    window.wait_for(state="detached")


def _save(page):
    page.locator("button.action-save").first.click()
    page.locator(".messages li.success").wait_for()


def _open_preview(page):
    number = page.url.split("/pages/")[1].split("/")[0]
    page.evaluate(f"window.open('/admin/pages/{number}/view_draft/')")


def _hand_in(page):
    toggle = page.locator("footer [data-controller~=w-dropdown] button[aria-expanded]")
    toggle.first.click()
    page.locator("button[name=action-submit]").first.click()
    page.locator(".messages li.success").wait_for()
