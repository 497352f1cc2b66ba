"""What templates of letters are written with; see `notifications.kinds`."""

from django import template

from notifications import links
from notifications.wording import button_mark, quotation

register = template.Library()


@register.simple_tag
def button(label: str, address: str) -> str:
    """The letter's one button; in the text part its label and the address below it."""
    return button_mark(label, links.absolute(address))


@register.simple_tag
def address(name: str, *args, **kwargs) -> str:
    """The whole address of a URL name, in the reader's language."""
    return links.address(name, *args, **kwargs)


@register.filter
def quoted(text: str) -> str:
    """Somebody's words as a quotation, line by line."""
    return quotation(text)
