from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from core.belt import belt, word_of
from core.pictures import USES, picture_html

register = template.Library()

# The belt that belongs to the whole site.
HUB_BELT = word_of(belt("Mēs darām kopā!"))
BAND = (
    '<picture class="belt"><source media="(prefers-color-scheme: dark)" '
    'srcset="/josta/{word}-night.svg"><img src="/josta/{word}-day.svg" alt="" '
    'width="1296" height="54"{lazy}></picture>'
)
LAZY = mark_safe(' loading="lazy"')


@register.simple_tag
def is_demo() -> bool:
    """Whether this is the demonstration site, which says so on every page."""
    return settings.IS_DEMO


@register.simple_tag
def belt_band(word: str = "", is_lazy: bool = False) -> str:
    """A belt as a band across its container; the site's own one without a word."""
    return format_html(BAND, word=word or HUB_BELT, lazy=LAZY if is_lazy else "")


@register.simple_tag
def picture_as(use: str, image, **attributes) -> str:
    """A picture in all formats and sizes of one of the uses that `core.pictures` names."""
    return picture_html(image, USES[use], attributes)


@register.simple_tag
def hub_belt() -> str:
    """The word of the site's own belt."""
    return HUB_BELT
