"""What people keep for later."""

from library.cards import IN_LIBRARY, resource_cards
from library.models import ResourcePage, SavedResource


def saved_rows(visit, person, locale_id: int, limit: int) -> list[tuple]:
    """Cards of what somebody keeps, each with the key of its resource."""
    kept = SavedResource.objects.filter(person=person).order_by("-saved_at", "-pk")
    keys = list(kept.values_list("resource_key", flat=True)[:limit])
    pages = ResourcePage.objects.filter(translation_key__in=keys).seen_in(visit)
    # One that is not there in the language of the page stands there in another.
    rows = pages.order_by("pk").values_list("translation_key", "locale_id", "pk")
    found = {key: pk for key, _at, pk in sorted(rows, key=lambda row: row[1] == locale_id)}
    cards = dict(resource_cards(visit, list(found.values()), locale_id, IN_LIBRARY))
    return [(cards[found[key]], key) for key in keys if key in found]
