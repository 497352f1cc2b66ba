"""What an editor does by hand: sign in, open an article, change it, publish."""

import http.client
import json
import re
import time
from dataclasses import dataclass

from tests.soak.ledger import MARK, Ledger, Write
from tests.soak.visitor import Visitor, form_fields

PASSWORD = "kopa-demo"
SIGN_IN = "/en/account/sign-in/"
EDITORS = ("admin@kopa.test", "redaktore@kopa.test")
SENTENCE = "Teksts, ko soda ar daudziem pārrakstījumiem un kas tomēr paliek vesels. "
LINES = 12
BODY_TEXTS = re.compile(r"""data-w-block-arguments-value=("[^"]*"|'[^']*')""")


class Refused(Exception):
    """The site answered something else than it should have."""


FAULTS = (OSError, http.client.HTTPException, LookupError, Refused)


@dataclass(frozen=True)
class Article:
    """A live Latvian article: its number in the backstage, its address, its first title."""

    number: int
    path: str
    title: str


def editors(port: int, count: int) -> list[Visitor]:
    """So many signed-in editors, each with a session of their own."""
    visitors = [Visitor(port) for _ in range(count)]
    for index, visitor in enumerate(visitors):
        sign_in(visitor, EDITORS[index % len(EDITORS)])
    return visitors


def sign_in(visitor: Visitor, email: str):
    """Sign in through the form; raises Refused."""
    fields = form_fields(visitor.get(SIGN_IN).text, having="email")
    answer = visitor.post(SIGN_IN, {**fields, "email": email, "password": PASSWORD})
    if answer.status != 302:
        raise Refused(f"signing in answered {answer.status}")


def publish(visitor: Visitor, article: Article, ledger: Ledger) -> tuple[Write, float]:
    """Open, change and publish the article; the write and the seconds of publishing, or FAULTS."""
    path = f"/admin/pages/{article.number}/edit/"
    form = visitor.get(path)
    if form.status != 200:
        raise Refused(f"the article's form answered {form.status} {form.location}")
    if any(int(number) != article.number for number in _pages_in_body(form.text)):
        raise Refused("the article's form shows the text of another")
    fields = form_fields(form.text, having="title")
    write = ledger.begin(article.number, time.monotonic())
    fields |= {
        "title": f"{article.title[:80]} {write.mark}",
        **_body(write.mark),
        "action-publish": "action-publish",
    }
    answer = visitor.post(path, fields)
    if answer.status != 302 or answer.location.endswith("/edit/"):
        raise Refused(f"publishing answered {answer.status} {answer.location}")
    write.acknowledged_at = time.monotonic()
    return write, answer.seconds


def _pages_in_body(html: str) -> set[str]:
    """The numbers of the articles whose text stands in the form; notices beside it may name any."""
    texts = BODY_TEXTS.findall(html)
    return {number for text in texts for number, _write in MARK.findall(text)}


def _body(mark: str) -> dict[str, str]:
    """The fields that the editor's screen makes of a body of one text."""
    texts = [mark, *[SENTENCE * 4] * LINES, mark]
    blocks = [
        {
            "key": f"line{index:02}",
            "type": "unstyled",
            "depth": 0,
            "text": text,
            "inlineStyleRanges": [],
            "entityRanges": [],
        }
        for index, text in enumerate(texts)
    ]
    return {
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "text",
        "body-0-id": "",
        "body-0-value": json.dumps({"blocks": blocks, "entityMap": {}}),
    }
