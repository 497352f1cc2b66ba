"""What may be told of what somebody searched for: words that are of nobody. Pure."""

import re

from home.search.models import WORDS_LETTERS

MOST_WORDS = 8
# An address, a telephone number, a personal code, a number of a card.
OF_SOMEBODY = re.compile(r"@|://|www\.|(?:\d[\s().+-]?){5,}", re.IGNORECASE)


def tellable(typed: str) -> str:
    """The words in small letters with single spaces; empty when they are better forgotten."""
    words = typed.lower().split()
    text = " ".join(words)
    if len(words) > MOST_WORDS or len(text) > WORDS_LETTERS or OF_SOMEBODY.search(text):
        return ""
    return text if text.isprintable() and any(letter.isalpha() for letter in text) else ""
