"""Tables with a caption and headings, of a size that can be read and translated."""

import pytest
from django.core.exceptions import ValidationError

from core.blocks import BodyBlock
from core.blocks.table import MAX_CELL, MAX_COLUMNS, MAX_LETTERS, MAX_ROWS
from tests.core.blocks.samples import cleaned, shown, table, told

TWO = [("row_heading", "Diena"), ("text", "Laiks")]


def large(columns, rows, letters):
    return table([("text", "Virsraksts")] * columns, [["a" * letters] * columns] * rows)


def test_it_has_a_caption_and_headings_for_columns_and_rows(client, site):
    found = shown(client, site, ("table", table(TWO, [["Otrdiena", "9.00"]]))).table
    assert found.caption.get_text() == "Darba laiks"
    assert [cell.get_text() for cell in found.select("thead th[scope=col]")] == ["Diena", "Laiks"]
    assert found.select_one("tbody th[scope=row]").get_text() == "Otrdiena"
    assert found.td.get_text() == "9.00"


def test_it_can_be_scrolled_with_the_keyboard_where_it_is_too_wide(client, site):
    region = shown(client, site, ("table", table(TWO, [["Otrdiena", "9.00"]]))).table.parent
    assert (region["role"], region["tabindex"]) == ("group", "0")
    assert "Darba laiks" in region["aria-label"]


def test_what_is_in_a_cell_is_text(client, site):
    value = table([("text", "<b>Kas</b>")], [["<script>alert(1)</script>"]], '"><script>')
    found = shown(client, site, ("table", value)).select_one(".table")
    assert found.select("script, b") == []
    assert found.td.get_text() == "<script>alert(1)</script>"


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        (large(MAX_COLUMNS + 1, 1, 1), f"at most {MAX_COLUMNS} columns"),
        (large(1, MAX_ROWS + 1, 1), f"at most {MAX_ROWS} rows"),
        (large(5, 50, 200), f"at most {MAX_LETTERS} letters"),
        (table([("text", "Kas")], [["a"]], "a" * 201), "at most 200 letters"),
        (table([("text", "a" * 201)], [["a"]]), "at most 200 letters"),
        (large(1, 1, MAX_CELL + 1), f"at most {MAX_CELL} characters"),
    ],
)
@pytest.mark.parametrize("is_draft", [True, False])
def test_it_refuses_what_is_too_large_even_in_a_draft(value, hint, is_draft):
    with pytest.raises(ValidationError) as error:
        cleaned("table", value, is_draft=is_draft)
    assert hint in told(error)


GAPS = [
    (table(TWO, [["Otrdiena", "9.00"]], caption=" "), "Write a caption"),
    (table([], []), "at least one column"),
    (table(TWO, []), "at least one column and one row"),
    (table([("text", " ")], [["a"]]), "a heading for every column"),
]


@pytest.mark.parametrize(("value", "hint"), GAPS)
def test_it_refuses_what_lacks_words(value, hint):
    with pytest.raises(ValidationError) as error:
        cleaned("table", value)
    assert hint in told(error)


@pytest.mark.parametrize(("value", "hint"), GAPS)
def test_a_draft_may_lack_words(value, hint):
    assert cleaned("table", value, is_draft=True) is not None


def test_all_that_is_lacking_is_said_at_once():
    with pytest.raises(ValidationError) as error:
        cleaned("table", table(TWO, [["", "9.00"]], caption=""))
    assert "Write a caption" in told(error)
    assert "blockErrors" in told(error)


def test_a_new_table_has_a_place_for_everything():
    new = BodyBlock().child_blocks["table"].get_default()
    assert [column["block"].name for column in new.columns] == ["row_heading", "text"]
    assert len(new.row_data) == 2


def segments(value):
    block = BodyBlock().child_blocks["table"]
    return block, block.to_python(value)


def test_each_text_is_translated_once_and_figures_never():
    block, value = segments(table(TWO, [["Otrdiena", "9.00–12.00"], ["Otrdiena", "25 %"]]))
    found = [segment.string.data for segment in block.get_translatable_segments(value)]
    assert found == ["Darba laiks", "Diena", "Laiks", "Otrdiena"]


def test_a_translation_outlives_a_row_that_is_put_in_above_it():
    block, before = segments(table(TWO, [["Otrdiena", "rīts"]]))
    _block, after = segments(table(TWO, [["Pirmdiena", "vakars"], ["Otrdiena", "rīts"]]))
    path = {s.string.data: s.path for s in block.get_translatable_segments(before)}
    later = {s.string.data: s.path for s in block.get_translatable_segments(after)}
    assert path.items() <= later.items()


def test_what_is_translated_stands_in_every_place():
    block, value = segments(table(TWO, [["Otrdiena", "9.00"], ["Otrdiena", "rīts"]]))
    found = [s for s in block.get_translatable_segments(value) if s.string.data == "Otrdiena"]
    [segment] = found
    segment.string = type(segment.string).from_plaintext("Tuesday <b>")
    restored = block.restore_translated_segments(value, [segment])
    assert [row["values"] for row in restored.row_data] == [
        ["Tuesday <b>", "9.00"],
        ["Tuesday <b>", "rīts"],
    ]
