import pytest
from django.test import Client

from communities import sections
from communities.models.community import CommunityContact
from tests import world


def build(site):
    parish = world.community(site.index, "Tirzas pagasts", slug="tirza")
    site.other = world.community(site.index, "Lizuma pagasts", slug="lizums")
    parish.neighbours.add(site.other)
    parish.save_revision().publish()
    site.parish = parish


@pytest.fixture
def parish(site):
    return site.parish


@pytest.fixture
def registry(monkeypatch):
    """A registry of one's own, so that no section stays after the test."""
    monkeypatch.setattr(sections, "_registered", dict(sections._registered))


def html():
    return Client().get("/lv/kopienas/tirza/").content.decode()


def headings(page):
    shown = Client().get(page.url_path).context["sections"]
    return [template.rpartition("/")[2] for template, _content in (*shown.main, *shown.side)]


def test_sections_stand_in_one_order(parish):
    assert headings(parish) == ["news.html", "contacts.html", "map.html"]


def test_another_app_adds_a_section_in_its_place(parish, registry):
    section = sections.Section("next", 10, "core/messages.html", lambda page, visit: {"at": page})
    sections.register(section)
    assert headings(parish)[0] == "messages.html"


def test_a_section_with_nothing_to_say_is_left_out(parish, registry):
    sections.register(sections.Section("next", 10, "nothing.html", lambda page, visit: None))
    assert "nothing.html" not in headings(parish)


def test_without_news_it_says_how_to_begin_and_shows_what_is_around(site, parish):
    world.article(site.other, "Kaimiņu talka")
    world.article(site.news, "Visam novadam")
    shown = html()
    assert "Kaimiņu talka" in shown and "Visam novadam" in shown
    assert "Vēl nav ziņu" in shown


@pytest.mark.parametrize(("own", "others"), [(2, 6), (3, 3)])
def test_with_enough_news_of_its_own_it_shows_fewer_others(site, parish, own, others):
    for number in range(8):
        world.article(site.other, f"Kaimiņu {number}")
    for number in range(own):
        world.article(parish, f"Sava {number}")
    shown = html()
    assert (shown.count(">Sava"), shown.count(">Kaimiņu ")) == (own, others)


def test_contacts_can_be_written_to_and_rung(parish):
    parish.contacts = [CommunityContact(name="Līderi", email="a@b.test", phone="+371 64 400 000")]
    parish.save_revision().publish()
    shown = html()
    assert 'href="mailto:a@b.test"' in shown and 'href="tel:+37164400000"' in shown


def test_without_contacts_it_says_that_a_leader_is_sought(parish):
    assert "Šī kopiena meklē" in html()


def test_contacts_are_translated_and_their_addresses_carried_over(parish):
    parish.contacts = [CommunityContact(name="Līderi", role="Raksti", email="a@b.test")]
    parish.save_revision().publish()
    [contact] = world.translated(parish).contacts.all()
    assert (contact.name, contact.role, contact.email) == ("LĪDERI", "RAKSTI", "a@b.test")
