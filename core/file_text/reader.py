"""The way in: reads a file in a process of its own, and lives on whatever the file is."""

import base64
import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryFile

from core.file_text.formats import MODULES
from core.file_text.limits import Limits
from core.file_text.reading import Place, PlaceKind, Reading, Trouble

EXTENSIONS = frozenset(MODULES)
_ROOT = Path(__file__).resolve().parents[2]
# The system ends a process that used up its time, or the machine's memory.
_ENDS = {-signal.SIGXCPU: Trouble.TOOK_TOO_LONG, -signal.SIGKILL: Trouble.TOO_LARGE}


def read(file, *, extension: str, limits: Limits | None = None) -> Reading:
    """Return what the open binary file holds, within `limits.wall_seconds`; it never raises for it.

    Call it from a task, not from a view, and outside of any transaction: it may take its seconds.

        with document.file.open("rb") as file:
            reading = read(file, extension=document.file_extension)

    Then keep `reading.places`, `pages` and `picture`, and tell the uploader
    `core.file_text.words.sentence_of(reading.trouble)` where there is trouble. A file of another
    kind than `EXTENSIONS` has nothing to be read: the reading is empty, without trouble.
    """
    limits = limits or Limits()
    extension = extension.lower()
    if extension not in EXTENSIONS:
        return Reading()
    data = file.read(limits.file_bytes + 1)
    if len(data) > limits.file_bytes:
        return Reading(trouble=Trouble.TOO_LARGE)
    with TemporaryFile() as answer:
        ended = _run(data, extension, limits, answer)
        answer.seek(0)
        try:
            return _reading(answer.read(limits.answer_bytes), ended)
        except (ValueError, TypeError, AttributeError):
            # A process that a file got hold of might say anything.
            return Reading(trouble=Trouble.DAMAGED)


def _run(data: bytes, extension: str, limits: Limits, answer) -> Trouble:
    """Return what it means if the process has not told the end itself."""
    command = [sys.executable, "-s", "-m", "core.file_text", extension, json.dumps(asdict(limits))]
    try:
        done = subprocess.run(
            command,
            cwd=_ROOT,
            # A file that got hold of the process would find no secrets there.
            env={},
            input=data,
            stdout=answer,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            timeout=limits.wall_seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Trouble.TOOK_TOO_LONG
    return _ENDS.get(done.returncode, Trouble.DAMAGED)


def _reading(answer: bytes, ended: Trouble) -> Reading:
    places, found = [], {"end": ended}
    for find in _finds(answer):
        if "place" in find:
            kind, number, name, text = find["place"]
            places.append(Place(PlaceKind(kind), text, number, name))
        else:
            found |= find
    trouble = found["end"] and Trouble(found["end"])
    picture = base64.b64decode(found.get("picture", ""))
    return Reading(tuple(places), found.get("pages"), picture or None, trouble)


def _finds(answer: bytes) -> Iterator[dict]:
    # Nothing follows the last line end but what was cut off.
    return map(json.loads, answer.split(b"\n")[:-1])
