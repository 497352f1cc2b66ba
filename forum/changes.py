"""What changed between two versions of a text, word by word. Pure."""

import re
from difflib import SequenceMatcher

SAME, GONE, NEW = "same", "gone", "new"
# Of more pieces than this in both texts the comparison may take minutes.
MOST_PIECES = 3000


def changes(before: str, after: str) -> list[tuple[str, str]]:
    """The pieces of both texts in order, each `same`, `gone` or `new`.

    Long texts are compared line by line, and those of very many lines as wholes.
    """
    for split in (_pieces, _lines, _whole):
        old, new = split(before), split(after)
        if len(old) + len(new) <= MOST_PIECES:
            break
    found = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=True).get_opcodes():
        if kind == "equal":
            found.append((SAME, "".join(old[a:b])))
            continue
        found += [(GONE, "".join(old[a:b]))] if b > a else []
        found += [(NEW, "".join(new[c:d]))] if d > c else []
    return found


def open_versions(versions: list, shown_at, *, reads_all: bool) -> list:
    """The versions that a reader may see, of those that were shown, in the order of writing.

    What stood there before the post appeared, or before a moderator changed the words, was
    never meant for everybody or is not any more; its author and moderators read it (`reads_all`).
    """
    if reads_all:
        return versions
    first = 0
    for place, version in enumerate(versions):
        if version.made_by_id or (shown_at and version.made_at <= shown_at):
            first = place
    return versions[first:]


def _pieces(text: str) -> list[str]:
    return re.findall(r"\w+|\s+|[^\w\s]", text)


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def _whole(text: str) -> list[str]:
    return [text] if text else []
