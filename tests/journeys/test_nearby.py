"""A resident chooses a community once and finds its news on the front page from then on."""

import pytest


@pytest.fixture(params=[True, False], ids=["with-scripts", "without-scripts"])
def has_scripts(request):
    return request.param


@pytest.fixture
def browser_context_args(browser_context_args, has_scripts):
    return {**browser_context_args, "java_script_enabled": has_scripts}


def choose(page, title):
    page.goto("/lv/")
    page.get_by_label("Jūsu kopiena").select_option(label=title)
    page.get_by_role("button", name="Rādīt, kas tuvumā").click()


def test_news_of_the_neighbourhood_are_a_choice_away(page, base_url, complaints):
    choose(page, "Līgo pagasts")
    assert page.locator("h1").inner_text() == "Manā tuvumā: Līgo pagasts"
    assert "Daukstu pagasts" in page.locator("main").inner_text()
    assert complaints == []


def test_the_device_remembers_and_forgets(page, base_url, has_scripts):
    choose(page, "Līgo pagasts")
    page.get_by_role("button", name="Atcerēties šajā ierīcē").click()
    page.goto("/lv/")
    if has_scripts:
        page.locator(".near__place").wait_for()
        assert page.locator(".near__place").inner_text() == "Līgo pagasts"
    page.goto("/lv/tuvuma/")
    page.get_by_role("button", name="Aizmirst").click()
    assert page.locator("h1").inner_text() == "Manā tuvumā"
