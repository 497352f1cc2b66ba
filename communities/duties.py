"""What leaders and helpers read about their roles on their own page."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from communities.access import roles_of
from communities.models import CommunityPage, CommunityRole
from members.duties import Duty


def duties(person, language: str) -> list[Duty]:
    """A duty for every community that the person leads or helps."""
    roles = list(roles_of(person))
    pages = CommunityPage.objects.filter(
        translation_key__in=[role.community_key for role in roles],
        locale__language_code__in=(settings.LANGUAGE_CODE, language),
    ).select_related("locale")
    by_key = {(page.translation_key, page.locale.language_code): page for page in pages}
    found = []
    for role in roles:
        source = by_key.get((role.community_key, settings.LANGUAGE_CODE))
        if source:
            page = by_key.get((role.community_key, language), source)
            found.append(_duty(role, source.slug, page.title))
    return found


def _duty(role, slug: str, community: str) -> Duty:
    if role.kind == CommunityRole.Kind.LEADER:
        return Duty(
            _("Leader: %(community)s") % {"community": community},
            _("You write the community’s page and its news."),
            reverse("my-community:detail", args=[slug]),
        )
    return Duty(
        _("Helper: %(community)s") % {"community": community},
        _(
            "You help the leaders with what they collect and prepare. Nothing waits for you here; "
            "they tell you when they need you."
        ),
    )
