"""What `members` registers: kinds of letters, the jobs, the holders, its pending action."""

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from core import jobs, stamp
from members import actions, pending
from members.access import goes_to_editor
from members.accounts.actions import forget_ended_sessions
from members.erase_kind import ERASE
from members.models import ConsentText, Erasure
from members.privacy.holders import register_holders
from notifications.kinds import Kind, register


def has_erasure(letter, now: datetime) -> bool:
    """Whether the account is still to be deleted when the letter about it leaves."""
    return Erasure.objects.filter(person=letter.person).exists()


def register_letters():
    """The letters that have to do with taking part and with one's own data."""
    register(
        Kind(
            "members.confirm",
            template="members/letters/confirm.txt",
            label=_("Code that confirms an address"),
            good_for=actions.LINK_LIVES,
            is_secret=True,
            is_urgent=True,
        )
    )
    register(
        Kind(
            "members.export",
            template="members/letters/export.txt",
            label=_("Link to one's own data"),
            good_for=timedelta(hours=24),
            is_secret=True,
        )
    )
    register(
        Kind(
            "members.letters-used-up",
            template="members/letters/letters_used_up.txt",
            may_receive=goes_to_editor,
            label=_("No more letters that confirm an address"),
            good_for=timedelta(hours=24),
        )
    )
    _register_erasure(Erasure.Cause.OWN_WISH, _("Account will be deleted, as wished"))
    _register_erasure(Erasure.Cause.INACTIVITY, _("Account will be deleted, unused for long"))


def _register_erasure(cause: str, label):
    template = f"members/letters/erasure_{cause}.txt"
    # Not secret: its link does no more than keep an account, and editors can send it again.
    kind = Kind(f"members.erasure.{cause}", template, may_receive=has_erasure, label=label)
    register(kind)


def register_jobs():
    """What is done when it is due."""
    jobs.register("exports", actions.make_exports, every=timedelta(0))
    jobs.register("erase-people", actions.erase_due, every=timedelta(hours=1))
    jobs.register("warn-inactive", actions.warn_inactive, every=timedelta(days=1))
    jobs.register("prune-members", prune, every=timedelta(hours=1))


def prune(now: datetime):
    """Forget what has ended: pending actions, counts, sessions, exports."""
    actions.prune_pending(now)
    forget_ended_sessions(now)
    actions.prune_exports(now)


def register_all():
    """Everything, once, when Django starts."""
    register_letters()
    register_jobs()
    register_holders()
    pending.register(ERASE)
    stamp.register_shown(ConsentText)
