"""What proposals of events keep about people."""

from events.actions import forget_proposer
from events.models import Proposal
from events.proposing.forms import WORDS
from members.privacy import Holder


def export(person) -> list:
    """What the person proposed."""
    return list(
        Proposal.objects.filter(person=person).order_by("pk").values(*WORDS, "sent_at", "state")
    )


def erase(person, now):
    """Forget what the person proposed; pages that came of it stay."""
    forget_proposer(person=person)


HOLDER = Holder("proposed-events", export, erase, tables=("events.Proposal",))
