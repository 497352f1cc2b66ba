"""What pages show of a person's notices."""

from django import template

from notifications.models import Notice

register = template.Library()

# More than this nobody counts.
MOST = 99


@register.simple_tag(takes_context=True)
def unread_notices(context) -> str:
    """How many notices the person has not seen, asked once for a page; empty for none."""
    request = context["request"]
    if not hasattr(request, "unread_notices"):
        request.unread_notices = _count(request.user)
    return request.unread_notices


def _count(person) -> str:
    # Whom an editor sees a page as is stored nowhere.
    if not person.is_authenticated or person.pk is None:
        return ""
    count = Notice.objects.filter(person=person).unread()[: MOST + 1].count()
    return f"{MOST}+" if count > MOST else str(count or "")
