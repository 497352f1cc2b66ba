from datetime import datetime, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from forum import actions
from forum.figures import figures
from forum.models import Decision, Objection, Report
from tests import growth
from tests.forum import making, moderating

RIGA = ZoneInfo("Europe/Riga")
NOW = datetime(2026, 11, 20, 12, tzinfo=RIGA)


def build(site):
    site.people = SimpleNamespace(
        author=making.person("Anna"),
        editor=moderating.editor("Rita"),
        other=moderating.editor("Uga"),
    )
    site.topic = making.topic(making.section(making.forum(site)))
    site.post = making.post(site.topic, author=site.people.author)


def decision(site, made_at, kind=Decision.Kind.HIDE, hours=None, **fields):
    return Decision.objects.create(
        kind=kind,
        post=site.post,
        person=site.people.author,
        made_by=site.people.editor,
        made_at=made_at,
        waited=None if hours is None else timedelta(hours=hours),
        reason=moderating.reason(),
        **fields,
    )


def test_nothing_happened_and_the_year_stands_there_with_noughts(site):
    [year] = figures(NOW)
    assert (year.number, year.whole.removals, year.whole.hours) == (2026, 0, None)


def test_removals_are_counted_by_quarter_of_the_sites_own_time(site):
    for moment in (
        datetime(2026, 1, 1, 0, 30, tzinfo=RIGA),
        datetime(2026, 3, 31, 23, 30, tzinfo=RIGA),
        datetime(2026, 4, 1, 0, 30, tzinfo=RIGA),
        datetime(2025, 12, 31, 23, 30, tzinfo=RIGA),
    ):
        decision(site, moment)
    this, last = figures(NOW)
    assert [part.removals for part in this.quarters] == [2, 1, 0, 0]
    assert (this.whole.removals, last.whole.removals) == (3, 1)
    assert this.reasons == [(moderating.reason(), 3)]


def test_the_median_is_of_what_waited_alone(site):
    for hours in (1, 2, 3, 50):
        decision(site, NOW, kind=Decision.Kind.APPROVE, hours=hours)
    decision(site, NOW)
    [year] = figures(NOW)
    assert year.whole.median == timedelta(hours=2.5)
    assert (year.whole.hours, year.quarters[3].hours, year.quarters[0].hours) == (3, 3, None)


def test_objections_are_counted_when_made_and_when_decided(site):
    made = actions.object_to(
        decision=moderating.hidden(site.post, site.people.editor), text="Kāpēc?", now=timezone.now()
    )
    actions.decide_objection(
        review=made.review, by=site.people.other, is_overturned=True, now=timezone.now()
    )
    Objection.objects.update(made_at=NOW - timedelta(days=100), decided_at=NOW)
    Decision.objects.update(made_at=NOW)
    [year] = figures(NOW)
    assert (year.quarters[2].objections, year.quarters[3].overturned) == (1, 1)
    assert (year.whole.upheld, year.whole.overturned) == (0, 1)


def test_the_page_is_for_everybody_and_names_nobody(site):
    actions.report_post(
        post=site.post,
        person=making.person("Zane"),
        reason=moderating.reason(),
        note="Slepeni vārdi.",
        now=timezone.now(),
    )
    moderating.hidden(site.post, site.people.editor)
    response = Client().get(reverse("forum:figures"))
    body = response.content.decode()
    for words in ("Anna", "Zane", "Rita", "Slepeni", site.post.text, "csrf"):
        assert words not in body
    assert moderating.reason().name_lv in body
    assert Report.objects.count() == 1
    assert Client().post(reverse("forum:figures")).status_code == 405


def test_what_is_decided_shows_at_once(site):
    # The page that was kept belongs to the state of the site before.
    Client().get(reverse("forum:figures"))
    moderating.hidden(site.post, site.people.editor)
    assert moderating.reason().name_lv in Client().get(reverse("forum:figures")).content.decode()


def test_more_decisions_cost_no_more_queries(site):
    def grow():
        for number in range(20):
            decision(site, timezone.now() - timedelta(days=20 * number), hours=number)

    decision(site, timezone.now())
    growth.assert_same_queries([reverse("forum:figures")], grow)
