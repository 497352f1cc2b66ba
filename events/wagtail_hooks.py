"""What events add to the backstage: the list of their kinds."""

from django.contrib.auth.models import Permission
from wagtail import hooks

from events.backstage.viewsets import EventKindViewSet


@hooks.register("register_admin_viewset")
def keep_kinds():
    """Settings → Kinds of events."""
    return EventKindViewSet()


@hooks.register("register_permissions")
def let_groups_be_given_the_rights():
    """The rights stand among the others where groups are edited."""
    rights = Permission.objects.filter(content_type__app_label="events")
    return rights.filter(content_type__model="eventkind")
