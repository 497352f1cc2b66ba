import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Revision
from wagtail_localize.models import Translation

from communities.models import ArticlePage, CommunityPage, CommunityRights, CommunityRole
from communities.provisioning import provision_all
from communities.waiting import awaiting_translation
from demo.build import build_demo, read
from demo.events import told_events
from demo.people import PASSWORD, add_people, shown
from events.models import EventKind, EventPage, KeptOccurrence
from events.times import problems_of
from forum.models import ForumSectionPage
from members.models import User
from tests import world
from tests.search import golden


def test_it_builds_fourteen_communities_in_both_languages(demo):
    for code in ("lv", "en"):
        communities = CommunityPage.objects.live().filter(locale__language_code=code)
        assert communities.count() == 14
        assert ArticlePage.objects.live().filter(locale__language_code=code).count() == len(
            read("articles")
        )


def test_the_forum_has_its_sections_in_both_languages(demo):
    for code in ("lv", "en"):
        sections = ForumSectionPage.objects.live().filter(locale__language_code=code)
        assert sections.count() == len(read("forum")["sections"])
        assert sections.filter(community__isnull=False).count() == 3
        assert sections.get(audience="leaders").rule == "at_once"


def test_it_leaves_nothing_untranslated_or_unpublished(demo):
    assert not Page.objects.filter(depth__gt=1, live=False).exists()
    waiting = [t for t in Translation.objects.all() if len(set(t.get_progress())) > 1]
    assert waiting == []


def test_a_second_run_adds_nothing(demo):
    pages, revisions = Page.objects.count(), Revision.objects.count()
    people = User.objects.count()
    build_demo(timezone.now())
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
    residents = {f"{prefix}@kopa.test" for prefix in read("people")["residents"]}
    assert set(User.objects.values_list("email", flat=True)) == residents | {
        "admin@kopa.test",
        "redaktore@kopa.test",
        "iedzivotajs@kopa.test",
    }


def test_the_right_page_is_found(demo, db):
    golden.read_files()
    told = golden.summary()
    assert told["pairs"] >= 120 and told["false_friends"] == []
    assert told["first"] >= golden.FIRST, told["missed"]
    assert told["three"] >= golden.FIRST_THREE, told["missed"]


def test_the_demo_has_leaders_at_work(demo, db):
    with transaction.atomic():
        _add_and_look()
        transaction.set_rollback(True)


def _add_and_look():
    add_people(timezone.now())
    for page in CommunityPage.objects.filter(locale__language_code="lv"):
        leader = User.objects.get(email=f"lidere.{page.slug}@kopa.test")
        assert leader.check_password(PASSWORD)
        assert leader.display_name
        assert page.permissions_for_user(leader).can_edit()
    said = {person.address: person.role for person in shown()}
    assert said["lidere2.lizums@kopa.test"] == said["lidere.lizums@kopa.test"]
    assert said["palidze.ranka@kopa.test"] != said["iedzivotajs@kopa.test"]
    roles = CommunityRole.objects.values_list("community_key", flat=True)
    leaders = list(roles.filter(kind="leader"))
    assert len(leaders) == 16
    assert sorted(leaders.count(key) for key in set(leaders)) == [1] * 12 + [2, 2]
    assert roles.filter(kind="helper").count() == 1
    assert CommunityRights.objects.filter(is_trusted=True).count() == 1
    waiting = [page for page in ArticlePage.objects.all() if page.workflow_in_progress]
    assert len(waiting) == 1
    # What the queue does within a minute.
    for page in ArticlePage.objects.live().filter(locale__language_code="lv"):
        world.in_english(page)
    assert awaiting_translation().count() == 1
    assert (
        ArticlePage.objects.filter(
            go_live_at__isnull=False, live=False, locale__language_code="lv"
        ).count()
        == 1
    )
    assert provision_all() == []
    people, pages = User.objects.count(), ArticlePage.objects.count()
    add_people(timezone.now())
    assert (User.objects.count(), ArticlePage.objects.count()) == (people, pages)


def events():
    return EventPage.objects.filter(locale__language_code="lv")


def test_all_events_are_there_in_both_languages(demo):
    for code in ("lv", "en"):
        live = EventPage.objects.live().filter(locale__language_code=code)
        assert live.count() == len(told_events()) == 34


def test_what_is_told_of_them_can_take_place(demo):
    today = timezone.localdate()
    wrong = {page.slug: problems_of(page.series, today) for page in events()}
    assert {slug: found for slug, found in wrong.items() if found} == {}


def test_something_takes_place_today_and_on_every_day_of_a_week(demo):
    today = timezone.localdate()
    today_or_longer = KeptOccurrence.objects.filter(day__lte=today, last_day__gte=today)
    assert today_or_longer.count() >= 2
    coming = KeptOccurrence.objects.filter(day__gte=today, is_cancelled=False)
    assert {row.day.weekday() for row in coming} == set(range(7))


def test_every_kind_has_an_event_and_every_community_a_workshop(demo):
    assert set(events().values_list("kind", flat=True)) == set(
        EventKind.objects.values_list("pk", flat=True)
    )
    workshops = events().filter(kind__slug="darbnica")
    assert len({page.get_parent().pk for page in workshops}) == 14


def test_some_are_cancelled_moved_or_over_with_results(demo):
    statuses = set(events().exclude(status_reason="").values_list("status", flat=True))
    assert statuses == {"cancelled", "moved"}
    told = events().filter(results__isnull=False).distinct()
    assert told.count() == 12
    for page in told:
        first = page.occurrences[0]
        assert first.ends_at < timezone.now()
        assert all(row.of is None or row.of < timezone.localdate() for row in page.results.all())


def test_the_first_tuesday_of_the_month_leaves_out_july_and_august(demo):
    page = events().get(slug="kopienas-tiksanas")
    days = [each.of for each in page.occurrences]
    assert all(day.weekday() == 1 and day.day <= 7 for day in days)
    assert {day.month for day in days} == {*range(1, 13)} - {7, 8}
