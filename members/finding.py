"""Finding people by their names: those who show a page of theirs to everybody."""

from dataclasses import dataclass
from uuid import UUID

from core.search_index import matching
from core.search_query import Query, keys_of, marked
from members.models import User

MOST_FOUND = 100


@dataclass(frozen=True)
class PersonFound:
    """Somebody with a public page: the key, and the name in parts, each marked or not."""

    key: UUID
    name: list[tuple[str, bool]]


def keys_of_person(person: User) -> str:
    """What a person is found by: their name, if they chose to have a public page."""
    return keys_of(person.display_name) if person.is_public else ""


def find_people(query: Query) -> list[PersonFound]:
    """Those with all the words in their names, who may be found by anybody."""
    shown = User.objects.filter(is_public=True, is_active=True, is_erased=False)
    rows = matching(shown, query).values_list("key", "display_name")[:MOST_FOUND]
    return [PersonFound(key, marked(name, query)) for key, name in rows]
