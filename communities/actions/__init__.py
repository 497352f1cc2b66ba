"""Every write of this app that has consequences."""

from communities.actions.boundaries import (
    SETS_KEPT,
    add_boundaries,
    delete_boundaries,
    hide_boundaries,
    show_boundaries,
)
from communities.actions.invitations import (
    InvitationIsOver,
    accept_invitation,
    forget_invitations,
    invite,
    withdraw_invitation,
)
from communities.actions.preview_links import (
    forget_preview_links,
    make_preview_link,
    revoke_preview_link,
)
from communities.actions.publishing import (
    AlreadyDecided,
    decide_page,
    tell_decided,
    tell_published,
    tell_submitted,
    withdraw_page,
)
from communities.actions.roles import (
    appoint,
    check_all_leadership,
    check_leadership,
    dismiss,
    leave,
    set_trust,
)
from communities.actions.staff import LastAdministrator, dismiss_administrator, dismiss_editor

__all__ = [
    "SETS_KEPT",
    "AlreadyDecided",
    "InvitationIsOver",
    "LastAdministrator",
    "accept_invitation",
    "add_boundaries",
    "appoint",
    "check_all_leadership",
    "check_leadership",
    "decide_page",
    "delete_boundaries",
    "dismiss",
    "dismiss_administrator",
    "dismiss_editor",
    "forget_invitations",
    "forget_preview_links",
    "hide_boundaries",
    "invite",
    "leave",
    "make_preview_link",
    "revoke_preview_link",
    "set_trust",
    "show_boundaries",
    "tell_decided",
    "tell_published",
    "tell_submitted",
    "withdraw_invitation",
    "withdraw_page",
]
