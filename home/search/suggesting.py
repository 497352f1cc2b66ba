"""What is suggested while somebody types: pages by the words of their titles."""

from django.utils.timezone import localdate

from core.entries.finding import candidates, open_entries
from core.entries.keys import IN_TITLE
from core.entries.ranking import ranked
from core.entries.sought import sought_of
from core.models import SearchEntry
from events.searched import with_times

MOST_SUGGESTED = 6


def suggestions_for(visit, typed: str, language: str) -> list[tuple[str, str]]:
    """Title and address of at most six pages that the visitor may read, the best first."""
    sought, today = sought_of(typed, language=language), localdate(visit.now)
    entries = open_entries(visit, language)
    found = with_times(candidates(entries, sought.query(IN_TITLE)), today)
    best = [one.pk for one in ranked(found, sought, today=today)[:MOST_SUGGESTED]]
    rows = SearchEntry.objects.filter(pk__in=best).values_list("pk", "title", "page__url_path")
    shown = {pk: (title, address) for pk, title, address in rows}
    return [shown[pk] for pk in best if pk in shown]
