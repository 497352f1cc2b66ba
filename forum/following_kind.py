"""Following with an address alone."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.access import SignInNeeded
from forum import actions
from forum.access import followed_by_key
from forum.addresses import place_of
from forum.models import Following
from members.pending import PendingKind, Refused, register


def follow(*, person, payload, now) -> str:
    """Write the wish down, and go on to what is followed; raises Refused where it is gone."""
    key = UUID(payload["key"])
    try:
        thing = followed_by_key(person, key, now)
    except (Http404, PermissionDenied, SignInNeeded):
        raise Refused(_("What you wanted to follow is not here any more.")) from None
    actions.choose(person=person, key=key, wish=Following.Wish.FOLLOWS, now=now)
    return place_of(thing)


def describe(payload) -> str:
    """What will happen."""
    return _("You will be told of what is new in “%(title)s”.") % {"title": payload["title"]}


def register_kind():
    """Let people follow with an address alone."""
    register(
        PendingKind(
            "forum.follow",
            run=follow,
            describe=describe,
            button=gettext_lazy("Follow"),
            done=gettext_lazy("You will be told when something new is said here."),
        )
    )
