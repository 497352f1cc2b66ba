"""What people do by hand to say something: signed in, or with an address and a code."""

import itertools
import re
import time
from dataclasses import dataclass, field
from email import policy
from email.parser import BytesParser
from pathlib import Path
from threading import Lock

from tests.soak.editing import Refused
from tests.soak.visitor import Visitor, form_fields

LETTER_SECONDS = 40
# A form without rules to agree to reads nothing of it.
AGREED = {"agrees": "on"}
CODE = re.compile(r"(?<![\w-])(\d{3})\s?(\d{3})(?![\w-])")


@dataclass
class Saying:
    """Something that is said once, however often its form is sent."""

    mark: str
    visitor: Visitor | None = None
    fields: dict[str, str] = field(default_factory=dict)
    is_acknowledged: bool = False


@dataclass
class Sayings:
    """All that was said in a run, from all threads."""

    _all: list[Saying] = field(default_factory=list)
    _numbers: itertools.count = field(default_factory=lambda: itertools.count(1))
    _lock: Lock = field(default_factory=Lock)

    def begin(self) -> Saying:
        """Something new, about to be said."""
        with self._lock:
            saying = Saying(f"saruna-{next(self._numbers)}-beigas")
            self._all.append(saying)
        return saying

    def acknowledged(self) -> set[str]:
        """The marks of what the site has thanked for."""
        with self._lock:
            return {saying.mark for saying in self._all if saying.is_acknowledged}

    def cut_off(self) -> list[Saying]:
        """What was sent signed in and never answered."""
        with self._lock:
            return [each for each in self._all if each.fields and not each.is_acknowledged]


def say(visitor: Visitor, address: str, saying: Saying) -> float:
    """Answer in the topic, signed in; the seconds that the answer took, or FAULTS."""
    form = visitor.get(address)
    fields = form_fields(form.text, having="submission")
    fields |= AGREED | {"text": f"Es saku {saying.mark} un palieku pie tā."}
    saying.visitor, saying.fields = visitor, fields
    return send(address, saying)


def send(address: str, saying: Saying) -> float:
    """Send what was filled in, maybe not for the first time."""
    answer = saying.visitor.post(address, saying.fields)
    if answer.status != 302:
        raise Refused(f"answering was answered by {answer.status}")
    saying.is_acknowledged = True
    return answer.seconds


def say_by_letter(visitor: Visitor, address: str, saying: Saying, mail: Path, stop) -> float | None:
    """Answer with an e-mail address alone; None when it was told to stop before the letter came."""
    form = visitor.get(address)
    fields = form_fields(form.text, having="submission")
    mailbox = f"{saying.mark}@example.test"
    words = {"text": f"Es saku {saying.mark} un palieku pie tā.", "address": mailbox}
    begun = visitor.post(address, fields | AGREED | words)
    if begun.status != 302:
        raise Refused(f"beginning to answer was answered by {begun.status}")
    code = _code_for(mailbox, mail, stop)
    if code is None:
        return None
    fields = form_fields(visitor.get(begun.location).text, having="code")
    answer = visitor.post(begun.location, {**fields, "code": code})
    if answer.status != 302:
        raise Refused(f"confirming was answered by {answer.status}")
    saying.is_acknowledged = True
    return begun.seconds + answer.seconds


def _code_for(mailbox: str, mail: Path, stop) -> str | None:
    deadline = time.monotonic() + LETTER_SECONDS
    while not stop.is_set():
        for path in mail.glob("*.eml"):
            content = path.read_bytes()
            if mailbox.encode() in content and (code := _code_in(content)):
                return code
        if time.monotonic() > deadline:
            raise Refused(f"no letter came within {LETTER_SECONDS} s")
        time.sleep(0.2)
    return None


def _code_in(content: bytes) -> str | None:
    """The code in a letter; None while the letter is still being written."""
    letter = BytesParser(policy=policy.default).parsebytes(content)
    body = letter.get_body(("plain",))
    words = f"{letter['Subject']} {body.get_content() if body else ''}"
    found = CODE.search(words)
    return "".join(found.groups()) if found else None
