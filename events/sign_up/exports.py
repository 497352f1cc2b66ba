"""The list of those who come as CSV (RFC 4180) and XLSX; no cell is ever taken for a formula."""

import csv
import re
from io import BytesIO, StringIO

from openpyxl import Workbook

# What makes a spreadsheet program calculate, or look behind the first sign for what does.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# What XML 1.0 cannot hold.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def export(rows: list[list], kind: str) -> bytes:
    """The rows as a file of the kind, "csv" or "xlsx"."""
    return {"csv": as_csv, "xlsx": as_xlsx}[kind](rows)


def plain(value):
    """The value as it may stand in a cell: numbers as they are, words on one line and harmless."""
    if isinstance(value, int):
        return value
    words = CONTROL.sub("", str(value if value is not None else ""))
    is_formula = words.lstrip(" ").startswith(FORMULA_SIGNS)
    words = " ".join(words.split())
    return f"'{words}" if is_formula else words


def as_csv(rows: list[list]) -> bytes:
    """With the mark by which spreadsheet programs know UTF-8."""
    text = StringIO(newline="")
    csv.writer(text).writerows([plain(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(rows: list[list]) -> bytes:
    """One sheet; whatever is not a number is a string."""
    book = Workbook()
    sheet = book.active
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(number, column, plain(value))
            if isinstance(cell.value, str):
                # Said at the end, because openpyxl guesses at formulas and errors.
                cell.data_type = "s"
    file = BytesIO()
    book.save(file)
    return file.getvalue()
