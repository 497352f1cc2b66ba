"""The sheet itself: its words can be read by machines, and it is always the same."""

from datetime import UTC, date, datetime

import pytest
from django.utils.translation import override
from pypdfium2 import PdfDocument

from core.belt import belt, word_of
from events.certificates import wording
from events.certificates.paper import paper
from events.models import Certificate

ADDRESS = "https://kopa.example.lv/lv/kalendars/apliecibas/0123456789abcdef0123/"


def certificate(**said):
    said = {"name": "Ģirts Ķēniņš-Šņoriņš", "title": "Apmācību cikls", "minutes": 630, **said}
    return Certificate(
        pk=17,
        issued_at=datetime(2026, 12, 31, 23, tzinfo=UTC),
        language="lv",
        organiser="Biedrība",
        belt=word_of(belt("Tirzas pagasts")),
        first_day=date(2026, 10, 5),
        last_day=date(2026, 12, 7),
        sessions=5,
        of_sessions=6,
        **said,
    )


def words_on(sheet: bytes) -> str:
    """What a reader copies out of the file, on one line."""
    with PdfDocument(sheet) as document:
        return " ".join(document[0].get_textpage().get_text_range().split())


def test_it_is_the_same_file_each_time():
    with override("lv"):
        assert paper(certificate(), ADDRESS) == paper(certificate(), ADDRESS)
        assert paper(certificate(), ADDRESS) != paper(certificate(name="Anna"), ADDRESS)


def test_it_says_its_language_and_title_and_links_to_where_it_is_checked():
    with override("lv"):
        sheet = paper(certificate(), ADDRESS)
    assert b"/Lang (lv)" in sheet
    assert b"/DisplayDocTitle true" in sheet
    assert ADDRESS.encode() in sheet
    assert b"/Helvetica" not in sheet
    assert sheet.count(b"/Type /Page\n") == 1


def test_its_words_can_be_copied_out_of_it():
    with override("lv"):
        words = words_on(paper(certificate(), ADDRESS))
    for said in ("Ģirts Ķēniņš-Šņoriņš", "Apmācību cikls", "2026. gada 5. oktobris", ADDRESS):
        assert said in words


@pytest.mark.parametrize("title", ["Ļ" * 255, "Vārds " * 42, "🎉", "Talka\r\n(((", "ქართული"])
def test_any_title_and_name_make_one_sheet(title):
    with override("en"):
        sheet = paper(certificate(title=title, name=title[:100]), ADDRESS)
    assert sheet.count(b"/Type /Page\n") == 1


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (630, "Attended 5 times of 6, 10 hours 30 minutes"),
        (60, "Attended 5 times of 6, 1 hour"),
        (45, "Attended 5 times of 6, 45 minutes"),
        (None, "Attended 5 times of 6"),
    ],
)
def test_hours_are_said_in_words(minutes, said):
    with override("en"):
        assert wording.attended_in_words(certificate(minutes=minutes)) == said


def test_the_number_has_the_year_of_riga():
    assert certificate().number == "2027-0017"
    with override("en"):
        assert "2027-0017" in wording.number_in_words(certificate())
