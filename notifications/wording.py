"""The words of a letter: from a rendered text template to its subject and its blocks."""

import re
import secrets
from dataclasses import dataclass
from typing import Any, Literal

# Signs that nobody can know beforehand: nothing that people wrote can make a button.
_BEGIN, _BETWEEN, _END = f"\x02{secrets.token_hex(8)}:", "\x1f", "\x03"
_BUTTON = re.compile(f"{_BEGIN}([^{_BETWEEN}]*){_BETWEEN}([^{_END}]*){_END}")
# Control signs, and those that turn the direction of writing round and make names lie.
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
_SUBJECT_LENGTH = 180
MANY_LINES = "_text"

BlockShape = Literal["text", "list", "quote", "button"]


class NoSubject(ValueError):
    """The template of the letter begins with no subject."""


@dataclass(frozen=True)
class Block:
    """A paragraph, list, quotation or button; a button has its label and address as lines."""

    shape: BlockShape
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Wording:
    """What a letter says."""

    subject: str
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """The blocks as plain text, an empty line between two of them."""
        return "\n\n".join(map(_as_text, self.blocks))


def cleaned(context: dict) -> dict:
    """The context without control signs, its texts on one line; `…_text` keeps its lines."""
    return {name: _clean(value, name.endswith(MANY_LINES)) for name, value in context.items()}


def _clean(value: Any, keeps_lines: bool) -> Any:
    if isinstance(value, str):
        lines = [_one_line(line) for line in value.splitlines()]
        return "\n".join(lines) if keeps_lines else " ".join(filter(None, lines))
    if isinstance(value, list):
        return [_clean(each, keeps_lines) for each in value]
    return cleaned(value) if isinstance(value, dict) else value


def _one_line(text: str) -> str:
    return " ".join(_HIDDEN.sub(" ", text).split())


def button_mark(label: str, address: str) -> str:
    """A button as it stands in a rendered template."""
    return f"{_BEGIN}{_one_line(str(label))}{_BETWEEN}{_one_line(address)}{_END}"


def quotation(text: str) -> str:
    """The text as a quotation of its own, however many lines and paragraphs it has."""
    return "\n".join(f"> {line}".rstrip() for line in str(text).strip().splitlines())


def wording_of(rendered: str) -> Wording:
    """The wording of a rendered template; raises NoSubject."""
    subject, _, body = rendered.strip().partition("\n")
    subject = _one_line(subject)
    if not subject:
        raise NoSubject("A letter begins with its subject.")
    if len(subject) > _SUBJECT_LENGTH:
        subject = f"{subject[: _SUBJECT_LENGTH - 1].rstrip()}…"
    blocks = (_block(lines) for lines in _paragraphs(body))
    return Wording(subject, tuple(blocks))


def _paragraphs(body: str) -> list[list[str]]:
    """The lines of each paragraph."""
    parts = re.split(r"\n[ \t]*(?:\n[ \t]*)+", body.strip())
    found = ([line.strip() for line in part.split("\n")] for part in parts)
    return [lines for lines in found if any(lines)]


def _block(lines: list[str]) -> Block:
    if button := _BUTTON.fullmatch("".join(lines)):
        return Block("button", button.groups())
    # A mark inside a sentence is a mistake of the template: the reader still gets the address.
    lines = [_BUTTON.sub(r"\1: \2", line) for line in lines if line]
    if all(line.startswith("- ") for line in lines):
        return Block("list", tuple(line[2:] for line in lines))
    if all(line.startswith(">") for line in lines):
        return Block("quote", tuple(line[1:].strip() for line in lines))
    return Block("text", (" ".join(lines),))


def _as_text(block: Block) -> str:
    if block.shape == "list":
        return "\n".join(f"- {line}" for line in block.lines)
    if block.shape == "quote":
        return "\n".join(f"> {line}".rstrip() for line in block.lines)
    if block.shape == "button":
        return ":\n".join(block.lines)
    return block.lines[0]


def with_links(text: str, site_url: str) -> list[tuple[str, str]]:
    """The text in parts, each with the address that it is: addresses on the site alone are links.

    What people wrote must not make the site's letters lead anywhere else.
    """
    site = re.escape(site_url.rstrip("/"))
    # A full stop after an address belongs to the sentence; a longer host is another site.
    path = r"(?:/(?:[^\s<>\"]*[^\s<>\".,;:!?)”“])?)?"
    parts = re.split(rf"({site}{path})(?![\w@-]|[.:]\w)", text)
    return [(part, part if place % 2 else "") for place, part in enumerate(parts) if part]
