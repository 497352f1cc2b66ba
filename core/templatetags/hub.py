from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def is_demo() -> bool:
    """Whether this is the demonstration site, which says so on every page."""
    return settings.IS_DEMO
