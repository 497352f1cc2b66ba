from django.test import RequestFactory

from communities.models.cards import card_at, community_cards, neighbours_of
from core.belt import belt, word_of
from core.models import Audience
from core.visit import visit_of
from tests import world


def visit(user=None):
    request = RequestFactory().get("/lv/")
    request.user = user
    return visit_of(request)


def test_cards_stand_in_latvian_order(site):
    for title in ("Līgo pagasts", "Lizuma pagasts", "Beļavas pagasts"):
        world.community(site.index, title)
    titles = [card.title for card in community_cards(visit(), site.home.locale_id)]
    assert titles == ["Beļavas pagasts", "Lizuma pagasts", "Līgo pagasts"]


def test_the_belt_is_that_of_the_latvian_name_in_every_language(site):
    world.translated(world.community(site.index, "Tirzas pagasts"))
    [english] = community_cards(visit(), site.english.pk)
    assert english.title == "TIRZAS PAGASTS"
    assert english.belt == word_of(belt("Tirzas pagasts"))


def test_neighbours_are_neighbours_both_ways_and_in_every_language(site):
    one = world.community(site.index, "Tirzas pagasts")
    other = world.community(site.index, "Lizuma pagasts")
    one.neighbours.add(other)
    one.save_revision().publish()
    for page in (one, other):
        world.translated(page)
    for locale in (site.home.locale_id, site.english.pk):
        [found] = neighbours_of(visit(), locale, other.translation_key)
        assert found.key == one.translation_key


def test_a_closed_community_has_no_card_for_strangers(site, people):
    fields = {"audience": Audience.SIGNED_IN}
    world.community(site.index, "Tirzas pagasts", **fields)
    assert not community_cards(visit(), site.home.locale_id)
    assert community_cards(visit(people.resident), site.home.locale_id)


def test_a_card_is_found_by_any_place_below_it(site):
    parish = world.community(site.index, "Tirzas pagasts", short_name="Tirza")
    article = world.article(parish, "Ziņa")
    assert card_at(visit(), site.home.locale_id, article.path).label == "Tirza"
    assert card_at(visit(), site.home.locale_id, site.news.path) is None
