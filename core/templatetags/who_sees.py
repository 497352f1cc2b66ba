from django import template
from django.utils import timezone

from core import who_sees

register = template.Library()


@register.simple_tag(name="who_sees")
def words_on_who_sees(page) -> list[str]:
    """Who can see the page now, as sentences; none for what is no page of the site."""
    return who_sees.who_sees(page, timezone.now()) if hasattr(page, "audience") else []
