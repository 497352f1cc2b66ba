"""The words by which posts and topics are found."""

import re

from core.latvian import fold


def keys_of(*texts: str) -> str:
    """The words of the texts as search compares them, each once, with spaces between."""
    words = (fold(word) for text in texts for word in re.findall(r"\w+", text))
    return " ".join(dict.fromkeys(words))
