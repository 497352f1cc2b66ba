"""An editor writes a piece of news and translates it, in the Latvian backstage."""

import re


def test_an_editor_publishes_news_that_a_reader_sees_at_once(page, base_url, sign_in, browser):
    sign_in("redaktore@kopa.test")
    _write_article(page, "Talka pie Biedrības nama", "Līdzi jāņem cimdi un labs prāts.")
    visitor = browser.new_context().new_page()
    visitor.goto(f"{base_url}/lv/kopienas/tirza/")
    visitor.get_by_role("link", name="Talka pie Biedrības nama").click()
    assert "cimdi" in visitor.locator("article").inner_text()
    missing = visitor.request.get(f"{base_url}/en/communities/tirza/talka-pie-biedribas-nama/")
    assert missing.status == 404
    assert "English" in visitor.locator(".language-switch__note").inner_text()
    visitor.context.close()


def test_an_untranslated_page_is_not_published_and_the_editor_is_told(page, base_url, sign_in):
    sign_in("redaktore@kopa.test")
    _write_article(page, "Vakars bibliotēkā", "Sarunas pie tējas.")
    page.goto(_english_editor(page, "Vakars bibliotēkā"))
    page.get_by_role("button", name="Publicēt valodā").click()
    page.locator(".messages li.error").wait_for()
    assert page.request.get(f"{base_url}/en/communities/tirza/vakars-biblioteka/").status == 404


HAS_TAKEN_OVER = """text => [...document.querySelectorAll('input[name^=body]')]
    .some(field => field.value.includes(text))"""


def _write_article(page, title, text):
    # The bar that editors see on a page builds itself from what the page brings along.
    html = page.request.get("/lv/kopienas/tirza/").text()
    parent = re.search(r"/admin/pages/(\d+)/edit/", html).group(1)
    page.goto(f"/admin/pages/add/communities/articlepage/{parent}/")
    page.fill("#id_title", title)
    page.fill("#id_summary", "Īsi par to.")
    page.locator(".c-sf-add-button").first.click()
    page.get_by_role("option", name="Teksts", exact=True).click()
    page.locator(".public-DraftEditor-content").first.fill(text)
    # The editor hands over what was typed a moment later.
    page.wait_for_function(HAS_TAKEN_OVER, arg=text)
    page.get_by_role("button", name="Citas darbības").click()
    page.get_by_role("button", name="Publicēt", exact=True).click()
    page.wait_for_url(re.compile(r"/admin/pages/\d+/$"))


def _english_editor(page, title) -> str:
    """The address of the editor of the page's English draft."""
    page.goto(f"/admin/localize/reports/translations/?source_title={title}")
    return page.get_by_role("link", name=title).nth(1).get_attribute("href")
