"""What people and machines type into a field of search that is no question, always the same."""

import random
import re
from itertools import cycle, islice

SIGNS = "\"'`*:()[]{}<>|&!^~%_\\/;#@$+-=?.,\0\x07\t\n\u200b\u202e\u2066\ufeff\u0301\u0316ā"
WORDS = re.findall(
    r"\S+",
    "NEAR NEAR/2 AND OR NOT and or not search_keys rank rowid match title: -skola +tilts null None"
    " 1=1 '';-- DROP TABLE post \\x00 %s %(q)s {0} ${q} <script> &quot; true skola tilts ceļš 2026"
    " iedzīvotāju Gulbenē 17.30 😀 👩\u200d👩\u200d👧 🇱🇻 مرحبا שלום Привет 中文 한국어 ﬁ ß İ ǆ ﷺ",
)
WHOLE = [
    "",
    " ",
    "\0",
    '"',
    '"' * 999,
    "*" * 200,
    "a" * 5000,
    "ā" * 5000,
    "a\u0304" * 2500,
    "\u0301\u0316" * 2500,
    "š" * 40 + "\u030c" * 5000,
    "\ud800",
    "\udfff skola \ud83d",
    "\u202eskola\u202c tilts",
    "(a+)+$" + "a" * 5000,
    "((((((((((" * 100,
    "NEAR(" * 500,
    "a AND b OR c NOT d" * 100,
    "skola " * 2000,
    " ".join(f"v{number}" for number in range(2000)),
    "s\u030ckola ceļi be\u0304rni",
    "\ufdfa" * 200,
    "ß" * 5000,
    "\u0130" * 5000,
    "ij" * 2500,
    "aj" * 2500,
    "\U0001f468\u200d" * 1000,
    "क्षि" * 1000,
    "\U0010ffff\ufffe",
]


def queries(number: int = 2000) -> list[str]:
    """So many of them: the worst ones, parts of them put together, and any characters."""
    chance = random.Random(7)
    made = [*WHOLE]
    for kind in islice(cycle((_signs, _words, _characters, _parts)), number - len(made)):
        made.append(kind(chance))
    return made


def _signs(chance: random.Random) -> str:
    return "".join(chance.choices(SIGNS + "skola", k=chance.randint(1, 250)))


def _words(chance: random.Random) -> str:
    return chance.choice([" ", "", '"', "\u200b"]).join(
        chance.choices(WORDS, k=chance.randint(1, 30))
    )


def _characters(chance: random.Random) -> str:
    return "".join(chr(chance.randrange(0x110000)) for _ in range(chance.randint(1, 250)))


def _parts(chance: random.Random) -> str:
    one, other = chance.choices(WHOLE, k=2)
    return one[: chance.randint(0, 100)] + _words(chance) + other[: chance.randint(0, 100)]
