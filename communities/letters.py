"""The letters that this app writes: their kinds, and whom they go to."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from communities.authors import hears_of
from communities.models import CommunityPage, Invitation
from communities.models.invitations import GOOD_FOR
from core.belt import belt, word_of
from members.access import editors, goes_to_editor
from notifications.actions import queue
from notifications.kinds import Kind, register

A_MONTH = timedelta(days=30)


def _is_wanted(letter, now) -> bool:
    """The invitation can still be accepted."""
    found = Invitation.objects.filter(pk=letter.context.get("invitation")).first()
    return bool(found and found.is_waiting(now))


def _goes_to_author(letter, now) -> bool:
    """Whoever it goes to may still change the page, or has suggested it."""
    page = Page.objects.filter(pk=letter.context.get("page")).first()
    return bool(page and letter.person and hears_of(page, letter.person))


def register_kinds():
    """Register the kinds, once, when Django starts."""
    for name, label, options in (
        (
            "invitation",
            _("Invitation to a role"),
            {"may_receive": _is_wanted, "good_for": GOOD_FOR, "is_secret": True},
        ),
        ("role-ended", _("End of a role"), {}),
        ("handed-over", _("A community has been handed over"), {}),
        ("taken-over", _("A community has been taken over"), {}),
        ("community-trust", _("Publishing without approval"), {}),
        ("community-leaderless", _("A community without a leader"), _TO_EDITORS),
        ("page-submitted", _("A page waits for approval"), _TO_EDITORS),
        ("page-published", _("A leader has published a page"), _TO_EDITORS),
        ("page-withdrawn", _("A leader has taken a page off the site"), _TO_EDITORS),
        ("page-approved", _("A page has been approved"), _TO_AUTHORS),
        ("page-returned", _("A page has been returned"), _TO_AUTHORS),
    ):
        template = f"communities/letters/{name.replace('-', '_')}.txt"
        register(Kind(name, template=template, label=label, **options))


_TO_EDITORS = {"may_receive": goes_to_editor, "good_for": A_MONTH}
_TO_AUTHORS = {"may_receive": _goes_to_author, "good_for": A_MONTH}


def names_of(community_key, language: str) -> dict[str, str]:
    """What a letter calls the community in the reader's language, and the belt it wears."""
    pages = CommunityPage.objects.filter(translation_key=community_key)
    titles = dict(pages.values_list("locale__language_code", "title"))
    latvian = titles.get("lv", "")
    return {"community": titles.get(language, latvian), "belt": word_of(belt(latvian))}


def tell(person, kind: str, about: str, now, context: dict):
    """Write to one person."""
    queue(kind=kind, about=about, now=now, person=person, context=context)


def tell_editors(kind: str, about: str, now, context_in, *, but=None):
    """Write to every editor but one; `context_in(language)` says what the letter knows."""
    for person in editors():
        if person != but:
            tell(person, kind, about, now, context_in(person.language))
