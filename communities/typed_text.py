"""Reading the words out of a posted page form."""

import json
import re

# What a form holds beside words: numbers, switches, days, times, keys.
NO_WORDS = re.compile(
    r"on|true|false|null|[\d.,:\-/ T+Z]*|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE
)
NO_TEXT = re.compile(
    r"csrfmiddlewaretoken|next|slug|audience|kind|comment.*|action-.*|show_in_.*"
    r"|.*-(?:id|type|order|deleted|count|DELETE|ORDER|[A-Z]+_(?:NUM_)?FORMS)"
    r"|loaded_revision.*|.*_at"
)


def typed_text(form) -> str:
    """The words of a posted form in the order in which they stood, as plain paragraphs."""
    found = []
    for name, values in form.lists():
        if NO_TEXT.fullmatch(name):
            continue
        found += filter(None, map(_words, values))
    return "\n\n".join(found)


def _words(value: str) -> str:
    value = value.strip()
    if NO_WORDS.fullmatch(value):
        return ""
    if value.startswith(("{", "[")):
        try:
            return "\n\n".join(_texts(json.loads(value)))
        except ValueError:
            return value
    return value


def _texts(value) -> list[str]:
    """The texts of a rich text field, or of a table, in their order."""
    if isinstance(value, dict):
        if isinstance(value.get("blocks"), list):
            texts = [str(block.get("text", "")) for block in value["blocks"] if block]
            return [text for text in texts if text.strip()]
        return [text for each in value.values() for text in _texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    return [value] if isinstance(value, str) and _words(value) else []
