"""A call to action: one button, one place."""

import pytest
from django.core.exceptions import ValidationError

from tests import world
from tests.core.blocks.samples import action, cleaned, in_english, read, shown, told


@pytest.fixture
def target(site):
    return world.standard_page(site.home, "Ceļš", slug="cels")


def button(text):
    return text.select_one(".call-to-action a")


def test_it_leads_to_a_page_in_the_language_of_the_reader(client, site, target):
    body = [("call_to_action", action(page=target))]
    article = world.article(site.news, "Talka", slug="talka", body=body)
    english = in_english(site, article)
    assert button(read(client, article))["href"] == "/lv/cels/"
    world.translated(target)
    assert button(read(client, english))["href"] == "/en/cels/"


def test_it_leads_to_an_address(client, site):
    text = shown(client, site, ("call_to_action", action(address="https://e.test/?a=1&b=2")))
    assert button(text)["href"] == "https://e.test/?a=1&b=2"


def test_it_has_no_button_when_the_page_is_gone(client, site, target):
    body = [("call_to_action", action(page=target))]
    article = world.article(site.news, "Talka", slug="talka", body=body)
    target.delete()
    assert button(read(client, article)) is None
    assert "Nāc arī tu!" in read(client, article).get_text()


def test_it_refuses_two_places(target):
    with pytest.raises(ValidationError) as error:
        cleaned("call_to_action", action(page=target, address="https://e.test/"))
    assert "not both" in told(error)


def test_it_refuses_no_place():
    with pytest.raises(ValidationError) as error:
        cleaned("call_to_action", action())
    assert "choose a page" in told(error)


def test_a_draft_may_lead_nowhere_yet():
    assert cleaned("call_to_action", action(), is_draft=True)["label"] == "Pieteikties"


def test_it_refuses_an_address_that_runs_a_script_even_in_a_draft():
    with pytest.raises(ValidationError) as error:
        cleaned("call_to_action", action(address="javascript:alert(1)"), is_draft=True)
    assert "https://" in told(error)


def test_an_address_that_runs_a_script_is_never_linked(client, site):
    text = shown(client, site, ("call_to_action", action(address="javascript:alert(1)")))
    assert button(text) is None
