"""Latvian alphabetical order and plain letters, computed so that every database agrees."""

import unicodedata

# The order of LVS 24:1993, which the Unicode locale data follow since release 45: a long vowel is
# a letter of its own after the short one, and y stands between i and ī. School books and the
# law's list of parishes do the same. Older locale data treat a macron as a mere accent.
ALPHABET = "aābcčdeēfgģhiyījkķlļmnņoōpqrŗsštuūvwxzž"

# Letters of other Latin alphabets that no Unicode decomposition takes apart.
_TAKEN_APART = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i"}
)

_SPACE = "01"
_OTHER_LETTER = "99"
_RANKS = {str(digit): f"{10 + digit}" for digit in range(10)}
_RANKS |= {
    unicodedata.normalize("NFD", letter): f"{20 + place}" for place, letter in enumerate(ALPHABET)
}

# 255 characters is what a stored key may take; a whole number of pairs is one less.
_MAX_PAIRS = 127


def sort_key(text: str) -> str:
    """Return at most 255 digits whose plain order is the Latvian alphabetical order of `text`.

    Case, accents that are not Latvian and punctuation do not count; a dash separates as a space.
    """
    pairs: list[str] = []
    base = ""
    for char in _decomposed(text):
        if unicodedata.combining(char):
            # A mark may follow other marks, so it is tried on the letter and not on its neighbour.
            if base + char in _RANKS:
                pairs[-1] = _RANKS[base + char]
            continue
        pair = _pair(char, after_space=not pairs or pairs[-1] == _SPACE)
        base = char
        if pair:
            if len(pairs) == _MAX_PAIRS:
                break
            pairs.append(pair)
    if pairs and pairs[-1] == _SPACE:
        pairs.pop()
    return "".join(pairs)


def fold(text: str) -> str:
    """Return `text` in lower case and without diacritics, for comparing what people type."""
    return "".join(char for char in _decomposed(text) if not unicodedata.combining(char))


def _pair(char: str, *, after_space: bool) -> str:
    if char in _RANKS:
        return _RANKS[char]
    category = unicodedata.category(char)
    if category in {"Zs", "Cc", "Pd", "Pc"} or char == "/":
        return "" if after_space else _SPACE
    return _OTHER_LETTER if category in {"Lu", "Ll", "Lt", "Lo"} else ""


def _decomposed(text: str) -> str:
    # Casefolding can undo a decomposition and the other way round; Unicode's own definition of a
    # caseless match (section 3.13, D146) repeats both for that reason.
    for form in ("NFD", "NFKD"):
        text = unicodedata.normalize(form, text).casefold()
    return unicodedata.normalize("NFKD", text.translate(_TAKEN_APART))
