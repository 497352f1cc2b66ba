"""The words of the interface: what the code asks for, and how its catalogues must look."""

import re
import struct
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.translation.template import templatize

# How many forms a counted thing has in a language, and which of them belongs to which number.
PLURAL_FORMS = {
    "lv": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);",
    "en": "nplurals=2; plural=(n != 1);",
}
SOURCE_LANGUAGE = "en"

# The form that Latvian keeps for nothing at all may say so without the number.
_FORM_FOR_NOTHING = 2

# Which arguments of a call are words: (1, 2) are singular and plural, a "c" marks the context.
KEYWORDS = {
    name + ending: arguments
    for name, arguments in {
        "gettext": None,
        "ngettext": (1, 2),
        "pgettext": ((1, "c"), 2),
        "npgettext": ((1, "c"), 2, 3),
    }.items()
    for ending in ("", "_lazy")
} | {"_": None, "gettext_noop": None}

_PLACEHOLDERS = re.compile(r"%(?:\(\w+\))?[#0+-]*[\d.]*[a-zA-Z%]|\{[^{}]*\}")
_MO_MAGIC, _MO_REVISION, _MO_HEADER_BYTES = 0x950412DE, 0, 28


@dataclass(frozen=True)
class Message:
    """What the code says, once or in singular and plural, and how a language says it."""

    ids: tuple[str, ...]
    context: str = ""
    strings: tuple[str, ...] = ()
    is_fuzzy: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What gettext looks the message up by."""
        return self.ids[0], self.context

    @property
    def is_translated(self) -> bool:
        return bool(self.strings) and all(self.strings)

    def __str__(self):
        return f"“{self.ids[0]}”" + (f" ({self.context})" if self.context else "")


def as_python(template: str) -> str:
    """A template as calls of gettext that a reader of Python takes, line by line."""
    # Words outside the calls are blanked out, but their indentation would not be Python's.
    return "\n".join(line.lstrip() for line in templatize(template).splitlines())


def brought_up_to_date(found: Iterable[Message], kept: Iterable[Message]) -> list[Message]:
    """The messages found in the code, with the translations that are kept, in a fixed order."""
    known = {message.key: message for message in kept}
    gathered: dict[tuple[str, str], Message] = {}
    for message in found:
        same = gathered.get(message.key)
        # The plural of one place serves the singular of another: gettext keeps one entry.
        if same is None or len(message.ids) > len(same.ids):
            gathered[message.key] = message
    return [_translated_like(gathered[key], known.get(key)) for key in sorted(gathered)]


def _translated_like(message: Message, known: Message | None) -> Message:
    if known is None:
        return message
    if len(known.ids) == len(message.ids):
        return replace(message, strings=known.strings, is_fuzzy=known.is_fuzzy)
    return replace(message, strings=known.strings[:1], is_fuzzy=True)


def header(language: str) -> str:
    """The catalogue's own entry; it carries no date and no name, so that it never changes."""
    return (
        "Project-Id-Version: kopa\n"
        f"Language: {language}\n"
        "MIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=UTF-8\n"
        "Content-Transfer-Encoding: 8bit\n"
        f"Plural-Forms: {PLURAL_FORMS[language]}\n"
    )


def po_text(language: str, messages: list[Message], remark: str) -> str:
    """The catalogue as a PO file, the remark first."""
    first = Message(ids=("",), strings=(header(language),))
    entries = [_po_entry(message, language) for message in [first, *messages]]
    return f"# {remark}\n" + "\n".join(entries)


def _po_entry(message: Message, language: str) -> str:
    lines = []
    flags = ["fuzzy"] * message.is_fuzzy
    flags += ["python-format"] * any("%" in part for part in placeholders(message.ids[-1]))
    if flags:
        lines.append(f"#, {', '.join(flags)}")
    if message.context:
        lines.append(f"msgctxt {_quoted(message.context)}")
    lines.append(f"msgid {_quoted(message.ids[0])}")
    if len(message.ids) == 1:
        lines.append(f"msgstr {_quoted(''.join(message.strings[:1]))}")
        return "\n".join([*lines, ""])
    lines.append(f"msgid_plural {_quoted(message.ids[1])}")
    strings = message.strings + ("",) * (plural_count(language) - len(message.strings))
    lines += [f"msgstr[{number}] {_quoted(text)}" for number, text in enumerate(strings)]
    return "\n".join([*lines, ""])


def _quoted(text: str) -> str:
    escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    pieces = [f'"{"".join(escapes.get(sign, sign) for sign in line)}"' for line in _lines(text)]
    return pieces[0] if len(pieces) == 1 else "\n".join(['""', *pieces])


def _lines(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", text) or [""]


def mo_bytes(language: str, messages: list[Message]) -> bytes:
    """The catalogue as gettext reads it (GNU gettext manual, 10.3), without what is not ready."""
    ready = [message for message in messages if message.is_translated and not message.is_fuzzy]
    pairs = [(b"", header(language).encode()), *(_mo_pair(message) for message in ready)]
    pairs.sort()
    count = len(pairs)
    place = _MO_HEADER_BYTES + 16 * count
    tables: list[int] = []
    texts = b""
    for side in (0, 1):
        for pair in pairs:
            tables += [len(pair[side]), place + len(texts)]
            texts += pair[side] + b"\0"
    starts = (_MO_HEADER_BYTES, _MO_HEADER_BYTES + 8 * count, 0, place)
    head = struct.pack("<7I", _MO_MAGIC, _MO_REVISION, count, *starts)
    return head + struct.pack(f"<{len(tables)}I", *tables) + texts


def _mo_pair(message: Message) -> tuple[bytes, bytes]:
    prefix = f"{message.context}\4" if message.context else ""
    return (prefix + "\0".join(message.ids)).encode(), "\0".join(message.strings).encode()


def plural_count(language: str) -> int:
    """How many forms a counted thing has in the language."""
    return int(PLURAL_FORMS[language].partition("=")[2].partition(";")[0])


def placeholders(text: str) -> set[str]:
    """The places that the code fills in; those without a name are told apart by their order."""
    places = [place for place in _PLACEHOLDERS.findall(text) if place != "%%"]
    nameless = [place for place in places if place == "{}" or not place.startswith(("%(", "{"))]
    named = {place for place in places if place not in nameless}
    return named | {f"{place} ({number})" for number, place in enumerate(nameless, 1)}


def gaps(found: Iterable[Message], messages: list[Message]) -> list[str]:
    """What the code says and the catalogue lacks, and what it has that nothing says any more."""
    wanted = {message.key: message for message in brought_up_to_date(found, [])}
    present = {message.key: message for message in messages}
    faults = [f"missing: {wanted[key]}" for key in sorted(wanted.keys() - present.keys())]
    faults += [f"obsolete: {present[key]}" for key in sorted(present.keys() - wanted.keys())]
    for key in sorted(wanted.keys() & present.keys()):
        if wanted[key].ids != present[key].ids:
            faults.append(f"its plural has changed: {wanted[key]}")
    return faults


def faults(language: str, messages: list[Message]) -> list[str]:
    """What is wrong with the translations themselves, a line for each."""
    lines = []
    for message in messages:
        lines += [f"{fault}: {message}" for fault in _faults_of(language, message)]
    return lines


def _faults_of(language: str, message: Message) -> Iterable[str]:
    if message.is_fuzzy:
        yield "fuzzy"
    if not message.is_translated:
        # English is what the code says: an empty entry shows just that.
        if any(message.strings) or language != SOURCE_LANGUAGE:
            yield "untranslated"
        return
    expected = 1 if len(message.ids) == 1 else plural_count(language)
    if len(message.strings) != expected:
        yield f"{len(message.strings)} forms instead of {expected}"
    for number, text in enumerate(message.strings):
        if not _fits(text, message, number, language):
            yield f"placeholders differ in “{text}”"
        if _edges(text) != _edges(message.ids[0]):
            yield f"blanks at the ends differ in “{text}”"


def _fits(text: str, message: Message, number: int, language: str) -> bool:
    there = placeholders(text)
    allowed = set().union(*(placeholders(words) for words in message.ids))
    if len(message.ids) == 2 and number == _FORM_FOR_NOTHING:
        return there <= allowed
    # One thing may go unnumbered in English alone: in Latvian twenty-one has the same form.
    is_single = number == 0 and language == SOURCE_LANGUAGE
    return placeholders(message.ids[0 if is_single else -1]) <= there <= allowed


def _edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
