"""What a browser sends when an editor has filled in the form of a block."""

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from core.blocks import BodyBlock


def page_form(title: str, body: list[tuple], **fields) -> dict[str, str]:
    """The form of a page of text with these blocks, for publishing it."""
    form = {"title": title, "slug": "lapa", "summary": "", "audience": "everyone", **fields}
    form |= {"comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
    return form | _stream("body", body) | {"action-publish": "action-publish"}


def _stream(prefix, body):
    block = BodyBlock()
    sent = {f"{prefix}-count": str(len(body))}
    for place, (kind, value) in enumerate(body):
        here = f"{prefix}-{place}"
        sent |= {f"{here}-type": kind, f"{here}-order": str(place), f"{here}-deleted": ""}
        child = block.child_blocks[kind]
        sent |= _fields(child, child.normalize(value), f"{here}-value")
    return sent


def _fields(block, value, prefix):
    if isinstance(block, blocks.StructBlock):
        sent = {}
        for name, child in block.child_blocks.items():
            sent |= _fields(child, value.get(name, child.get_default()), f"{prefix}-{name}")
        return sent
    if isinstance(block, blocks.ListBlock):
        return _list(block, value, prefix)
    if isinstance(block, TypedTableBlock):
        return _table(value, prefix)
    if isinstance(block, blocks.ChooserBlock):
        return {prefix: str(value.pk) if value else ""}
    if isinstance(block, blocks.BooleanBlock):
        return {prefix: "on"} if value else {}
    return {prefix: block.get_form_state(value) or ""}


def _list(block, value, prefix):
    sent = {f"{prefix}-count": str(len(value))}
    for place, item in enumerate(value):
        here = f"{prefix}-{place}"
        sent |= {f"{here}-order": str(place), f"{here}-deleted": ""}
        sent |= _fields(block.child_block, item, f"{here}-value")
    return sent


def _table(table, prefix):
    sent = {f"{prefix}-caption": table.caption, f"{prefix}-column-count": str(len(table.columns))}
    sent[f"{prefix}-row-count"] = str(len(table.row_data))
    for place, column in enumerate(table.columns):
        here = f"{prefix}-column-{place}"
        sent |= {f"{here}-type": column["block"].name, f"{here}-heading": column["heading"]}
        sent |= {f"{here}-order": str(place), f"{here}-deleted": ""}
    for place, row in enumerate(table.row_data):
        here = f"{prefix}-row-{place}"
        sent |= {f"{here}-order": str(place), f"{here}-deleted": ""}
        for column, cell in enumerate(row["values"]):
            sent[f"{prefix}-cell-{place}-{column}"] = cell
    return sent
