"""The picture that is shown with a link: the page's own, or a card drawn under a belt."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from cachetools import LRUCache, cached
from django.conf import settings
from django.urls import reverse
from wagtail.images.shortcuts import get_rendition_or_not_found

from core.belt import belt_of, open_graph_png
from core.pictures import SHARED_HEIGHT, SHARED_SPEC, SHARED_WIDTH
from core.templatetags.hub import HUB_BELT

# Drawing a card takes far longer than sending it; these are some two hundred cards.
KEPT_BYTES = 4 * 1024 * 1024


@dataclass(frozen=True)
class SharedPicture:
    """What is shown with a link to a page; its address is absolute."""

    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class Place:
    """Whom a page belongs to: a title in the page's language, and the word of a belt."""

    title: str
    belt: str


@dataclass(frozen=True)
class Card:
    """What is written on a drawn picture, and the word of the belt above it."""

    title: str
    subtitle: str
    belt: str

    @property
    def digest(self) -> str:
        """A short word that is another one as soon as the card looks different."""
        text = "\n".join((self.title, self.subtitle, self.belt))
        return hashlib.blake2b(text.encode(), digest_size=6).hexdigest()


_place_finders: list[Callable] = []


def register_places(find: Callable):
    """Have `find(visit, page)` asked which Place a page belongs to; None when it knows of none."""
    if find not in _place_finders:
        _place_finders.append(find)


def picture_of(page, visit, site) -> SharedPicture | None:
    """The picture for a link to the page; its own one is the field `picture`, if it has such."""
    return _own_picture(page) or _drawn_picture(page, card_of(page, visit, site))


def card_of(page, visit, site) -> Card:
    """The card of a page, in the active language; what belongs to nobody wears the site's belt."""
    found = (find(visit, page) for find in _place_finders)
    place = next(filter(None, found), None)
    if place and place.title != page.title:
        subtitle = place.title
    else:
        subtitle = " – ".join(filter(None, (site.name, site.tagline)))
    return Card(page.title, subtitle, place.belt if place else HUB_BELT)


@cached(LRUCache(KEPT_BYTES, getsizeof=len), lock=Lock())
def png_of(card: Card) -> bytes:
    """The card as PNG, drawn once as long as it is asked for."""
    return open_graph_png(card.title, card.subtitle, belt_of(card.belt))


def rendition_of(page):
    """The page's own picture at the size for sharing; None when it has none or its file is gone."""
    picture = getattr(page, "picture", None)
    rendition = get_rendition_or_not_found(picture, SHARED_SPEC) if picture else None
    return rendition if rendition and rendition.width else None


def _own_picture(page) -> SharedPicture | None:
    rendition = rendition_of(page)
    if rendition is None:
        return None
    url = settings.SITE_URL + rendition.url
    alt = page.picture_alt or page.title
    return SharedPicture(url, rendition.width, rendition.height, alt)


def _drawn_picture(page, card: Card) -> SharedPicture | None:
    # The preview of a page that was never stored has no number to ask for.
    if page.pk is None:
        return None
    url = settings.SITE_URL + reverse("shared-picture", args=[page.pk, card.digest])
    return SharedPicture(url, SHARED_WIDTH, SHARED_HEIGHT, f"{card.title}. {card.subtitle}")
