import os
import sys
import time
from io import BytesIO

import pytest
from PIL import Image

from core.file_text import reader
from core.file_text.formats import MODULES
from core.file_text.limits import Limits
from core.file_text.reader import read
from core.file_text.reading import Reading, Trouble
from tests.core.file_text import making
from tests.core.file_text.test_formats import sample


@pytest.mark.parametrize("extension", MODULES)
def test_it_brings_back_what_was_found(extension):
    data, expected = sample(extension, 3)
    reading = read(BytesIO(data), extension=extension.upper())
    assert [(row.kind, row.number, row.name, row.text) for row in reading.places] == expected
    assert reading.trouble is None
    assert (reading.picture is not None) == (extension == "pdf")
    assert reading.text.startswith(expected[0][3])
    assert reading.text.endswith(expected[-1][3])


def test_the_picture_is_the_first_page():
    reading = read(BytesIO(making.pdf([["Pirmā"], ["Otrā"]])), extension="pdf")
    with Image.open(BytesIO(reading.picture)) as picture:
        assert (picture.format, picture.height) == ("WEBP", Limits().picture_side)
        assert picture.width == pytest.approx(picture.height * 595 / 842, abs=2)
        assert {(dark < 50, light) for dark, light in picture.getextrema()} == {(True, 255)}
    assert reading.pages == 2


def test_a_long_document_is_read_in_no_time():
    data = making.pdf([[f"{n}. {k}. Ēdoles šķūņi un ģimeņu ļaudis" for k in range(40)]
                       for n in range(30)])  # fmt: skip
    began = time.monotonic()
    reading = read(BytesIO(data), extension="pdf")
    assert time.monotonic() - began < 10
    assert (reading.pages, len(reading.places), reading.trouble) == (30, 30, None)


def test_other_files_have_nothing_to_be_read():
    assert read(BytesIO(b"x"), extension="mp4") == Reading()
    assert read(BytesIO(b"x"), extension="__main__") == Reading()


@pytest.mark.parametrize(
    ("limits", "trouble", "text"),
    [
        (Limits(file_bytes=100), Trouble.TOO_LARGE, ""),
        (Limits(wall_seconds=0), Trouble.TOOK_TOO_LONG, ""),
        (Limits(memory_bytes=10_000_000), Trouble.DAMAGED, ""),
        (Limits(answer_bytes=40), Trouble.DAMAGED, ""),
        (Limits(places=1), Trouble.TOO_MANY_PARTS, "Sākums"),
        (Limits(characters=4), Trouble.TOO_LARGE, "Sāku"),
        (Limits(characters=6), Trouble.TOO_LARGE, "Sākums"),
        (Limits(parts=1), Trouble.TOO_MANY_PARTS, ""),
        (Limits(unpacked_bytes=10), Trouble.TOO_LARGE, ""),
    ],
)
def test_what_is_over_a_limit_is_told(limits, trouble, text):
    data = making.docx([("", ["Sākums"]), ("Otrā", ["Beigas"])])
    reading = read(BytesIO(data), extension="docx", limits=limits)
    assert (reading.trouble, reading.text) == (trouble, text)


def test_a_page_that_cannot_be_drawn_is_no_trouble():
    reading = read(
        BytesIO(making.pdf([["Labdien"]])), extension="pdf", limits=Limits(picture_side=-1)
    )
    assert (reading.text, reading.picture, reading.trouble) == ("Labdien", None, None)


@pytest.mark.parametrize(
    ("written", "trouble"),
    [
        (b"", Trouble.DAMAGED),
        (b'{"end": null}\n{"pict', None),
        (b"\xff\n", Trouble.DAMAGED),
        (b'{"end": "no such trouble"}\n', Trouble.DAMAGED),
        (b'{"place": 3}\n', Trouble.DAMAGED),
        (b'[3]\n{"end": null}\n', Trouble.DAMAGED),
    ],
)
def test_whatever_the_process_says_it_lives_on(written, trouble, tmp_path, monkeypatch):
    (tmp_path / "core" / "file_text").mkdir(parents=True)
    (tmp_path / "core" / "file_text" / "__main__.py").write_text(
        f"import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write({written!r})"
    )
    monkeypatch.setattr(reader, "_ROOT", tmp_path)
    assert read(BytesIO(b"x"), extension="pdf").trouble == trouble


@pytest.mark.parametrize(
    ("end", "trouble"),
    [
        ("SIGSEGV", Trouble.DAMAGED),
        ("SIGKILL", Trouble.TOO_LARGE),
        ("SIGXCPU", Trouble.TOOK_TOO_LONG),
    ],
)
def test_however_the_process_ends_what_it_told_stays(end, trouble, tmp_path, monkeypatch):
    (tmp_path / "core" / "file_text").mkdir(parents=True)
    (tmp_path / "core" / "file_text" / "__main__.py").write_text(
        """import os, signal\nos.write(1, b'{"place": ["page", 1, "", "Labdien"]}\\n{"pl')\n"""
        f"os.kill(os.getpid(), signal.{end})"
    )
    monkeypatch.setattr(reader, "_ROOT", tmp_path)
    reading = read(BytesIO(bytes(1_000_000)), extension="pdf")
    assert (reading.text, reading.trouble) == ("Labdien", trouble)


def test_the_process_sees_no_settings(tmp_path, monkeypatch):
    (tmp_path / "core" / "file_text").mkdir(parents=True)
    (tmp_path / "core" / "file_text" / "__main__.py").write_text(
        "import json, os\n"
        'print(json.dumps({"place": ["whole", 1, "", " ".join(os.environ)], "end": None}))'
    )
    monkeypatch.setattr(reader, "_ROOT", tmp_path)
    monkeypatch.setenv("SECRET_KEY", "not to be seen")
    seen = read(BytesIO(b"x"), extension="pdf").text.split()
    assert not {"SECRET_KEY", "DATABASE_URL", "HUB_PROFILE"} & set(seen)
    assert "SECRET_KEY" in os.environ
    assert sys.executable
