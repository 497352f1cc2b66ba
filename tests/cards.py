"""Reading the cards of news as people do."""

import re
from html import unescape

TITLE = re.compile(r'class="card__title"><a href="[^"]*">(.*?)</a>')
PLACE = re.compile(r"</time> · (.*?)</p>")


def titles(cards) -> list[str]:
    """What the pieces of news are called."""
    return [_words(TITLE, card) for card in cards]


def places(cards) -> list[str]:
    """Where each is from, as its card says."""
    return [_words(PLACE, card) for card in cards]


def days(cards) -> list[str]:
    """The day of each, as YYYY-MM-DD."""
    return [_words(re.compile('datetime="(.*?)"'), card) for card in cards]


def _words(pattern: re.Pattern, card: str) -> str:
    return unescape(pattern.search(card)[1])
