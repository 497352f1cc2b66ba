"""The list of those who come as a file that no program takes for anything else."""

import csv
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from events.sign_up.exports import as_csv, as_xlsx, plain

PAYLOADS = (
    '=HYPERLINK("http://evil.example","Labi")',
    "=cmd|'/c calc'!A1",
    "+371 26123456",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "＝1+1",
)


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_cell_is_a_formula(payload):
    [[cell]] = read_csv(as_csv([[payload]]))
    assert cell.startswith("'")
    found = load_workbook(BytesIO(as_xlsx([[payload]]))).active.cell(1, 1)
    assert (found.data_type, found.value) == ("s", plain(payload))


@pytest.mark.parametrize("words", ["Anna", "Ķekava 🚌", "a=b", "1-2", 'sacīja „"jā"”', "a,b;c"])
def test_other_words_stay_as_they_are(words):
    assert read_csv(as_csv([[words]])) == [[words]]
    assert load_workbook(BytesIO(as_xlsx([[words]]))).active.cell(1, 1).value == words


def test_numbers_stay_numbers_and_nothing_is_empty():
    assert read_csv(as_csv([[3, None, ""]])) == [["3", "", ""]]
    sheet = load_workbook(BytesIO(as_xlsx([[3, None]]))).active
    assert (sheet.cell(1, 1).value, sheet.cell(1, 2).value) == (3, None)


@pytest.mark.parametrize("words", ["viens\r\ndivi", "viens\ndivi", "viens\x00 \x0bdivi"])
def test_a_cell_has_one_line_and_nothing_that_cannot_be_seen(words):
    assert read_csv(as_csv([[words, "trīs"]])) == [["viens divi", "trīs"]]
    assert load_workbook(BytesIO(as_xlsx([[words]]))).active.cell(1, 1).value == "viens divi"
