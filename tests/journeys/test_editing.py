"""An editor writes a piece of news and translates it, in the Latvian backstage."""

from tests.journeys.articles import (
    add_block,
    begin_article,
    english_editor,
    fill_block,
    publish,
    wait_for_list,
)


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
    page.goto(english_editor(page, "Vakars bibliotēkā"))
    page.get_by_role("button", name="Publicēt valodā").click()
    page.locator(".messages li.error").wait_for()
    assert page.request.get(f"{base_url}/en/communities/tirza/vakars-biblioteka/").status == 404


def _write_article(page, title, text):
    begin_article(page, title, "Īsi par to.")
    add_block(page, "Teksts")
    fill_block(page, 0, {"": text})
    publish(page)
    wait_for_list(page)
