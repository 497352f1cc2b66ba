from django import template

register = template.Library()


@register.simple_tag(takes_context=True)
def communities_map(context, here="") -> str:
    """The map of the communities; `here` is the key of the one that the page is of."""
    return ""
