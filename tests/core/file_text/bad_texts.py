"""Texts that are none, or that a reader could get lost in."""

from core.file_text.reading import Trouble

MEGABYTE = 1024 * 1024


BAD_TEXTS = {
    "rtf: another kind": (lambda: b"Labdien", Trouble.MISMATCH),
    "rtf: 300,000 braces": (
        lambda: b"{\\rtf1 Labdien" + b"{" * 300_000,
        {None, Trouble.DAMAGED},
    ),
    "rtf: an embedded program": (lambda: rb"{\rtf1 Labdien{\object{\*\objdata 4d5a}}}", None),
    "rtf: fields for the reader to get lost in": (
        lambda: b"{\\rtf1 Labdien" + b'{\\field{\\*\\fldinst HYPERLINK "' * 100_000,
        {None, Trouble.DAMAGED, Trouble.NO_TEXT, Trouble.TOOK_TOO_LONG},
    ),
    "rtf: half a letter": (
        lambda: rb"{\rtf1 Labdien \u55357? \u-1? \'zz \u99999999999?}",
        {None, Trouble.DAMAGED},
    ),
    "txt: a program": (lambda: b"MZ\x90\0\3\0", Trouble.MISMATCH),
    "txt: bytes of no encoding": (lambda: b"L\xecgo \x81", Trouble.DAMAGED),
    "txt: figures alone": (lambda: b"1 2 3", Trouble.NO_TEXT),
    "txt: 120,000 accents on one letter": (
        lambda: ("a" + "\u0301\u0323" * 60_000).encode(),
        {None, Trouble.TOOK_TOO_LONG, Trouble.TOO_LARGE},
    ),
    "txt: spaces alone": (lambda: b"a" + b" " * 3_000_000 + b"b", None),
    "txt: soft hyphens alone": (
        lambda: ("a" + "\xad " * 1_500_000).encode(),
        None,
    ),
    "csv: more than is taken": (lambda: b"a;" * (11 * MEGABYTE), Trouble.TOO_LARGE),
}
