"""Names that could be mistaken for others: those of staff, of the site, of offices."""

import re
import unicodedata

# Letters of other alphabets, figures and signs that look like Latin ones. What looks like "i" or
# "l" in some type is one letter here.
LOOK_ALIKES = str.maketrans(
    {
        **dict(zip("авеԁԛԝкмнорстухіјѕһԍӏьзєѵп", "abedqwkmhopctyxijshgibeevn", strict=True)),
        **dict(zip("αβεηικνορτυχωγς", "abenikvoptuxwyc", strict=True)),
        **dict(zip("013458$@|!ıøłđ", "oleasbsalliold", strict=True)),
    }
)
PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"))
# Beginnings of words that name an office, as `skeleton` writes them.
OFFICES = (
    "redaktor",
    "redakcija",
    "administra",
    "moderator",
    "pasvaldib",
    "domes priekssedetaj",
    "gulbenes novad",
    "kopienas lidere",
    "kopienas vaditaj",
    "editor",
    "редактор",
    "администрат",
    "модератор",
    "municipality",
    "support",
)
OFFICES_WHOLE = ("admin", "root", "sistema", "system", "dzests lietotajs", "deleted user")
INVISIBLE = ("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp")


def skeleton(name: str) -> str:
    """What is left of a name to the eye: no case, no marks, no spaces, one letter of each look."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold())
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    text = bare.translate(LOOK_ALIKES).replace("i", "l")
    text = re.sub(r"[\W_]+", "", text)
    for pair, single in PAIRS:
        text = text.replace(pair, single)
    return text


def has_invisible(name: str) -> bool:
    """Whether there are letters in it that cannot be seen or that turn the line around."""
    return any(unicodedata.category(letter) in INVISIBLE for letter in name)


def names_an_office(name: str) -> bool:
    """Whether the name says that its bearer speaks for the site or the municipality."""
    bones = skeleton(name)
    return any(skeleton(word) in bones for word in OFFICES) or bones in map(skeleton, OFFICES_WHOLE)


def is_confusable(name: str, others) -> bool:
    """Whether the name looks like one of the others."""
    bones = skeleton(name)
    return any(bones == skeleton(other) for other in others if other)
