"""Tables of words, small enough to be read on a telephone."""

from uuid import NAMESPACE_OID, uuid5

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import (
    TypedTable,
    TypedTableBlock,
    TypedTableBlockValidationError,
)
from wagtail_localize.segments import StringSegmentValue

MAX_COLUMNS = 8
MAX_ROWS = 60
MAX_CELL = 300
MAX_CAPTION = 200
MAX_LETTERS = 15_000


class TableBlock(TypedTableBlock):
    """A table with a caption and a heading for every column, and for every row if wished."""

    text = blocks.CharBlock(label=_("Text"), required=False, default="", max_length=MAX_CELL)
    row_heading = blocks.CharBlock(label=_("Headings of rows"), max_length=MAX_CELL)

    def clean(self, table):
        """The table; ValidationError when it is too large, or lacks words that it needs."""
        if excesses := [*_excesses(table)]:
            raise TypedTableBlockValidationError(non_block_errors=excesses)
        _strip(table)
        gaps = [] if self.is_deferred_validation else [*_gaps(table)]
        try:
            table = super().clean(table)
        except TypedTableBlockValidationError as error:
            error.non_block_errors.extend(gaps)
            raise
        if gaps:
            raise TypedTableBlockValidationError(non_block_errors=gaps)
        return table

    def get_translatable_segments(self, table):
        """Every text of the table once; cells without letters are the same in all languages."""
        return [StringSegmentValue(_key(text), text) for text in dict.fromkeys(_texts(table))]

    def restore_translated_segments(self, table, segments):
        """The table with the texts that have been translated."""
        translated = {segment.path: segment.render_text() for segment in segments}

        def say(text):
            return translated.get(_key(text), text) if isinstance(text, str) else text

        return TypedTable(
            columns=[{**column, "heading": say(column["heading"])} for column in table.columns],
            row_data=[{"values": [say(cell) for cell in row["values"]]} for row in table.row_data],
            caption=say(table.caption),
        )

    def get_default(self):
        """A small table to be filled in."""
        columns = [{"type": "row_heading", "heading": ""}, {"type": "text", "heading": ""}]
        rows = [{"values": ["", ""]}, {"values": ["", ""]}]
        return self.to_python({"caption": "", "columns": columns, "rows": rows})

    def get_preview_value(self):
        """What the picker of blocks shows."""
        columns = [
            ("row_heading", gettext("Day")),
            ("text", gettext("Hours")),
            ("text", gettext("Where")),
        ]
        rows = [
            [gettext("Tuesdays"), "9.00–12.00", gettext("Parish library")],
            [gettext("Thursdays"), "13.00–17.00", gettext("Parish administration")],
        ]
        return self.to_python(
            {
                "caption": gettext("Opening hours"),
                "columns": [{"type": kind, "heading": heading} for kind, heading in columns],
                "rows": [{"values": row} for row in rows],
            }
        )

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("Rows and columns, with a caption and headings.")
        template = "core/blocks/table.html"
        help_text = _(
            "Write the caption first. The first column can be of headings: then every row "
            "says what it is about."
        )


def _strip(table: TypedTable):
    table.caption = table.caption.strip()
    for column in table.columns:
        column["heading"] = column["heading"].strip()


def _texts(table: TypedTable):
    """The texts of the table that have something to translate, from its caption down."""
    cells = [cell for row in table.row_data for cell in row["values"]]
    for text in (table.caption, *(column["heading"] for column in table.columns), *cells):
        if isinstance(text, str) and any(letter.isalpha() for letter in text):
            yield text


def _key(text: str) -> str:
    # A translation belongs to the words and not to the cell, so that it outlives a row that is
    # put in above it.
    return uuid5(NAMESPACE_OID, text).hex


def _excesses(table: TypedTable):
    """What the table has too much of, in words."""
    if len(table.columns) > MAX_COLUMNS:
        yield gettext(
            "A table has at most %(most)d columns: more cannot be read on a telephone."
        ) % {"most": MAX_COLUMNS}
    if len(table.row_data) > MAX_ROWS:
        yield gettext("A table has at most %(most)d rows. Add a longer one as a document.") % {
            "most": MAX_ROWS
        }
    headings = [column["heading"] for column in table.columns]
    if len(table.caption) > MAX_CAPTION or any(len(heading) > MAX_CAPTION for heading in headings):
        yield gettext("The caption and headings have at most %(most)d letters each.") % {
            "most": MAX_CAPTION
        }
    cells = [cell for row in table.row_data for cell in row["values"]]
    if sum(len(str(cell or "")) for cell in cells) > MAX_LETTERS:
        yield gettext("A table has at most %(most)d letters. Add a larger one as a document.") % {
            "most": MAX_LETTERS
        }


def _gaps(table: TypedTable):
    """What the table lacks, in words."""
    if not table.caption:
        yield gettext("Write a caption that says what the table is about.")
    if not table.columns or not table.row_data:
        yield gettext("Add at least one column and one row.")
    elif not all(column["heading"] for column in table.columns):
        yield gettext("Write a heading for every column.")
