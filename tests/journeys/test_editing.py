"""An editor writes a piece of news and translates it, in the Latvian backstage."""

from urllib.parse import urlsplit


def test_an_editor_publishes_news_that_a_reader_sees_at_once(page, base_url, sign_in, browser):
    sign_in("redaktore@kopa.test")
    page.goto("/admin/pages/")
    page.goto(_edit_address(page, base_url, "/lv/kopienas/tirza/").replace("/edit/", "/"))
    page.get_by_role("link", name="Pievienot apakšlapu").first.click()
    page.fill("#id_title", "Talka pie Biedrības nama")
    page.fill("#id_summary", "Sestdien kopā sakārtosim laukumu.")
    page.get_by_role("button", name="Teksts").first.click()
    page.locator(".public-DraftEditor-content").first.fill("Līdzi jāņem cimdi un labs prāts.")
    _publish(page)
    reader = browser.new_context()
    visitor = reader.new_page()
    visitor.goto(f"{base_url}/lv/kopienas/tirza/")
    visitor.get_by_role("link", name="Talka pie Biedrības nama").click()
    assert "cimdi" in visitor.locator("article").inner_text()
    missing = visitor.request.get(f"{base_url}/en/communities/tirza/talka-pie-biedribas-nama/")
    assert missing.status == 404
    assert "English" in visitor.locator(".language-switch__note").inner_text()
    reader.close()


def _publish(page):
    page.get_by_role("button", name="Vairāk darbību").click()
    page.get_by_role("button", name="Publicēt", exact=True).click()
    page.wait_for_load_state()


def _edit_address(page, base_url, path) -> str:
    """The editor's address of a page, from the bar that editors see on it."""
    page.goto(path)
    link = page.locator("a[href*='/admin/pages/'][href*='/edit/']").first
    return urlsplit(link.get_attribute("href")).path
