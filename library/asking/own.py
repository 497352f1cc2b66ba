"""What somebody asked for, with the answers."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.translation import get_language

from library.models import ResourcePage, ResourceRequest

SHOWN = 20


@dataclass(frozen=True)
class OwnRequest:
    """What was asked for, and what answers it; `url` leads there as far as it may be read."""

    text: str
    asked_at: datetime
    is_answered: bool
    answer: str
    title: str
    url: str


def own_requests(visit, person) -> list[OwnRequest]:
    """The latest that the person asked for."""
    rows = ResourceRequest.objects.filter(person=person).order_by("-asked_at", "-pk")[:SHOWN]
    rows = list(rows)
    keys = {row.answer_key for row in rows if row.answer_key}
    pages = ResourcePage.objects.filter(translation_key__in=keys).seen_in(visit)
    # What is not there in the language of the page stands there in Latvian.
    here = pages.filter(Q(locale__language_code="lv") | Q(locale__language_code=get_language()))
    columns = ("locale__language_code", "translation_key", "title", "url_path")
    places = {}
    for _code, key, title, url in sorted(
        here.values_list(*columns), key=lambda row: row[0] == get_language()
    ):
        places[key] = (title, url)
    return [
        OwnRequest(
            row.text,
            row.asked_at,
            row.state == ResourceRequest.State.ANSWERED,
            row.answer,
            *places.get(row.answer_key, ("", "")),
        )
        for row in rows
    ]
