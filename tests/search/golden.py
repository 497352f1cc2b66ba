"""How often the right page comes first, or among the first three, for what people type.

The pairs are of the demo site: a query, and the page or pages of which any is right, each by the
end of its Latvian address. The second list has pages that must not be among the first three: they
only look alike.
"""

import csv
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.search.figures import Figure

HERE = Path(__file__).parent
FIRST, FIRST_THREE = 0.85, 0.95
SHOWN = 3
# Pairs of which the words stand in a file alone.
INSIDE = "inside_file"
INHERITED = ("PATH", "HOME", "TMPDIR", "LANG", "LD_LIBRARY_PATH", "DATABASE_URL")


@dataclass(frozen=True)
class Answer:
    """What came for a query: the place of the right page (0 for none of the first three)."""

    form: str
    query: str
    place: int
    shown: tuple[str, ...]


def pairs(name: str) -> list[dict]:
    """The rows of a list."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_files():
    """Read the files that the pairs ask for; a queue would do it within a minute."""
    from django.utils import timezone

    from library.actions import read_document
    from library.models import ResourceFile

    inside = [row["page"] for row in pairs("golden.csv") if row["form"] == INSIDE]
    rows = ResourceFile.objects.filter(page__slug__in=inside)
    for number in sorted(set(rows.values_list("document_id", flat=True))):
        read_document(document_id=number, now=timezone.now())


def answers() -> list[Answer]:
    """What the site that Django is set up for answers to each of the pairs."""
    return [
        Answer(row["form"], row["query"], _place(row["page"], shown), tuple(shown))
        for row, shown, _is_near in _asked("golden.csv")
    ]


def false_friends() -> list[str]:
    """The queries that brought a page which only looks alike, without saying that it is near."""
    asked = _asked("false_friends.csv")
    return [
        row["query"] for row, shown, is_near in asked if not is_near and _place(row["page"], shown)
    ]


def summary() -> dict:
    """The shares and counts over both lists, and what was not found as it should."""
    found = answers()
    forms = sorted({answer.form for answer in found})
    return {
        "first": _share(found, 1),
        "three": _share(found, SHOWN),
        "pairs": len(found),
        "forms": {form: _share([one for one in found if one.form == form], 3) for form in forms},
        "missed": [(one.query, *one.shown) for one in found if one.place != 1],
        "false_friends": false_friends(),
        "kept_apart": len(pairs("false_friends.csv")),
    }


def figures() -> list[Figure]:
    """Measured on a demo site of its own, in the database of DATABASE_URL or a new SQLite."""
    with tempfile.TemporaryDirectory() as folder:
        inherited = {name: os.environ[name] for name in INHERITED if name in os.environ}
        environment = inherited | {"HUB_PROFILE": "demo", "VAR_ROOT": folder}
        command = [sys.executable, "-m", "tests.search.inside"]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout.splitlines()[-1])
    friends = 1 - len(told["false_friends"]) / told["kept_apart"]
    return [
        Figure(f"right page first, of {told['pairs']}", told["first"], FIRST),
        Figure("right page in the first three", told["three"], FIRST_THREE),
        *(Figure(f"… {form.replace('_', ' ')}", told["forms"][form]) for form in told["forms"]),
        Figure(f"no false friend in the first three, of {told['kept_apart']}", friends, 1.0),
    ]


def _asked(name: str) -> Iterator[tuple[dict, list[str], bool]]:
    from django.contrib.auth.models import AnonymousUser
    from django.test import RequestFactory
    from wagtail.models import Page

    from core.visit import visit_of
    from home.search.asked import Asked
    from home.search.results import results_for

    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    visit = visit_of(request)
    latvian = Page.objects.filter(locale__language_code="lv")
    addresses = dict(latvian.values_list("translation_key", "url_path"))
    for row in pairs(name):
        results = results_for(visit, request.user, Asked(row["query"]), row["language"], 1)
        best = results.found.candidates[:SHOWN]
        yield row, [addresses[one.page_key] for one in best], results.found.is_near


def _place(wanted: str, shown: list[str]) -> int:
    ends = tuple(f"/{slug}/" for slug in wanted.split("|"))
    return next((at for at, address in enumerate(shown, 1) if address.endswith(ends)), 0)


def _share(found: list[Answer], places: int) -> float:
    return sum(0 < one.place <= places for one in found) / len(found)
