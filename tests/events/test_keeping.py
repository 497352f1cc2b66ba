"""The times of events as rows: they follow from the Latvian page and from nothing else."""

from datetime import UTC, date, datetime, time

from events.actions import keep_occurrences, reach_further
from events.models import EventPage, KeptOccurrence, SeriesChange, SeriesPause
from tests import world
from tests.events import making

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
FIRST = date(2026, 12, 1)


def build(site):
    """A reading circle on the first Tuesday of every month but July and August."""
    site.tirza = world.community(site.index, "Tirza", slug="tirza")
    site.circle = making.event(
        site.tirza,
        "Lasītāju pulks",
        FIRST,
        repeats="monthly_by_weekday",
        repeat_weekdays=[1],
        repeat_ordinals=[1],
        months_off=[7, 8],
    )


def rows(page):
    return KeptOccurrence.objects.filter(event_key=page.translation_key).order_by("of")


def test_the_rows_are_those_of_the_rule_to_the_end_of_the_horizon(site):
    found = list(rows(site.circle))
    assert found[0].of == FIRST
    assert found[-1].of == date(2028, 12, 5)
    assert {row.of.weekday() for row in found} == {1}
    assert {7, 8}.isdisjoint(row.of.month for row in found)
    assert len(found) == 1 + 10 + 10
    # Six in the evening, in winter and in summer.
    assert {row.starts_at.astimezone(UTC).hour for row in found} == {15, 16}


def test_keeping_twice_changes_nothing(site, django_assert_num_queries):
    before = list(rows(site.circle).values())
    keep_occurrences(page=site.circle, now=NOW)
    assert list(rows(site.circle).values()) == before


def test_a_changed_page_keeps_the_rows_of_days_that_stay(site):
    kept = {row.of: row.pk for row in rows(site.circle)}
    page = EventPage.objects.get(pk=site.circle.pk)
    page.starts, page.ends = time(17), time(19)
    page.changes = [
        SeriesChange(of=date(2027, 1, 5), is_skipped=True, locale_id=page.locale_id),
        SeriesChange(of=date(2027, 2, 2), date=date(2027, 2, 9), locale_id=page.locale_id),
    ]
    page.pauses = [SeriesPause(first_date=date(2027, 3, 1), last_date=date(2027, 3, 31))]
    page.save_revision().publish()
    found = {row.of: row for row in rows(page)}
    assert {of: row.pk for of, row in found.items()}.items() <= kept.items()
    assert date(2027, 3, 2) not in found
    assert found[date(2027, 1, 5)].is_cancelled
    moved = found[date(2027, 2, 2)]
    assert (moved.is_moved, moved.day) == (True, date(2027, 2, 9))
    assert {row.starts_at.astimezone(UTC).hour for row in found.values()} == {14, 15}


def test_a_draft_changes_nothing_that_readers_see(site):
    before = list(rows(site.circle).values())
    page = EventPage.objects.get(pk=site.circle.pk)
    page.first_date = date(2027, 5, 4)
    page.save_revision()
    assert list(rows(page).values()) == before


def test_translations_share_the_times(site):
    world.translated(site.tirza)
    world.translated(site.circle)
    assert rows(site.circle).count() == 21
    english = world.in_english(site.circle)
    assert [each.of for each in english.occurrences] == [row.of for row in rows(site.circle)]


def test_the_rows_go_with_the_last_page(site):
    site.circle.delete()
    assert not KeptOccurrence.objects.exists()


def test_the_calendar_reaches_further_as_the_years_go_by(site):
    reach_further(datetime(2027, 1, 2, tzinfo=UTC))
    assert rows(site.circle).last().of == date(2029, 12, 4)
    reach_further(datetime(2027, 1, 2, tzinfo=UTC))
    assert rows(site.circle).count() == 31
