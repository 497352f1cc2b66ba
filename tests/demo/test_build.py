import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import Page, Revision
from wagtail_localize.models import Translation

from communities.models import ArticlePage, CommunityPage
from demo.build import build_demo, read
from demo.people import add_people
from members.models import User


def test_it_builds_fourteen_communities_in_both_languages(demo):
    for code in ("lv", "en"):
        communities = CommunityPage.objects.live().filter(locale__language_code=code)
        assert communities.count() == 14
        assert ArticlePage.objects.live().filter(locale__language_code=code).count() == len(
            read("articles")
        )


def test_it_leaves_nothing_untranslated_or_unpublished(demo):
    assert not Page.objects.filter(depth__gt=1, live=False).exists()
    waiting = [t for t in Translation.objects.all() if len(set(t.get_progress())) > 1]
    assert waiting == []


def test_a_second_run_adds_nothing(demo):
    pages, revisions = Page.objects.count(), Revision.objects.count()
    people = User.objects.count()
    build_demo()
    assert (Page.objects.count(), User.objects.count()) == (pages, people)
    assert Revision.objects.count() == revisions
    assert Page.find_problems() == ([], [], [], [], [])


def test_neighbours_are_neighbours_of_each_other(demo):
    communities = {page.slug: page for page in CommunityPage.objects.child_of(demo.index)}
    for data in read("communities"):
        names = {page.slug for page in communities[data["slug"]].neighbours.all()}
        assert names == set(data["neighbours"])
        assert all(
            data["slug"] in one["neighbours"] for one in read("communities") if one["slug"] in names
        )


def test_production_takes_no_demo(site, settings):
    settings.PROFILE = "production"
    with pytest.raises(CommandError, match="production"):
        call_command("fill_demo")
    with pytest.raises(RuntimeError):
        add_people(timezone.now())
    assert not CommunityPage.objects.exists()


def test_people_are_added_once(site):
    add_people(timezone.now())
    add_people(timezone.now())
    assert set(User.objects.values_list("email", flat=True)) == {
        "admin@kopa.test",
        "redaktore@kopa.test",
        "iedzivotajs@kopa.test",
    }
