import re
import tempfile
import time
from io import BytesIO
from pathlib import Path

import psutil
import pytest

from core.file_text.limits import MEGABYTE, Limits
from core.file_text.reader import read
from core.file_text.words import sentence_of
from tests.core.file_text.bad_packages import BAD_PACKAGES
from tests.core.file_text.bad_pdfs import BAD_PDFS
from tests.core.file_text.bad_texts import BAD_TEXTS

# A fraction of what is allowed, so that what would go on for ever ends soon.
SHORT = Limits(cpu_seconds=1, wall_seconds=30, unpacked_bytes=20 * MEGABYTE)
BAD_FILES = {f"pdf: {name}": row for name, row in BAD_PDFS.items()} | BAD_PACKAGES | BAD_TEXTS


@pytest.mark.parametrize("name", BAD_FILES)
def test_it_ends_within_its_limits_and_says_what_is_wrong(name, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    make, troubles = BAD_FILES[name]
    file = BytesIO(make())
    began = time.monotonic()
    reading = read(file, extension=name.partition(":")[0], limits=SHORT)
    assert time.monotonic() - began < SHORT.wall_seconds
    assert reading.trouble in (troubles if isinstance(troubles, set) else {troubles})
    assert reading.trouble is None or str(sentence_of(reading.trouble))
    assert len(reading.text) <= SHORT.characters + 2 * SHORT.places
    assert not re.search("root:|secret|MZ", reading.text)
    assert not list(tmp_path.iterdir())
    assert not Path("/tmp/out.txt").exists()
    assert not [
        child for child in psutil.Process().children() if "core.file_text" in child.cmdline()
    ]


def test_there_are_more_than_sixty_of_them():
    assert len(BAD_FILES) > 60


def test_what_was_read_before_the_trouble_stays():
    kept = {
        "pdf: forms in forms, 10 to the power of 13": "Labdien Gulbene",
        "docx: 40 MB in 40 kB": "Labdien",
    }
    for name, text in kept.items():
        make, _troubles = BAD_FILES[name]
        reading = read(BytesIO(make()), extension=name.partition(":")[0], limits=SHORT)
        assert reading.trouble
        assert reading.text == text
