"""One way for whatever a moderator chooses in the queue, for one review or for many at once."""

from dataclasses import dataclass
from datetime import datetime

from forum.actions import objecting, reviewing
from forum.actions.showing import AlreadyDecided
from forum.models import Decision, Reason, Review
from members.pending import Refused

Kind = Decision.Kind
# What can be chosen for a review of each kind, the usual first.
CHOICES = {
    Review.Kind.NEW: (Kind.APPROVE, Kind.EDIT, Kind.REFUSE),
    Review.Kind.EDIT: (Kind.APPROVE, Kind.EDIT, Kind.REFUSE, Kind.HIDE),
    Review.Kind.REPORTS: (Kind.KEEP, Kind.EDIT, Kind.HIDE),
    Review.Kind.OBJECTION: (Kind.UPHOLD, Kind.OVERTURN),
}
# What one choice for many means for each kind; objections are read one by one.
TOGETHER = {
    Kind.APPROVE: {
        Review.Kind.NEW: Kind.APPROVE,
        Review.Kind.EDIT: Kind.APPROVE,
        Review.Kind.REPORTS: Kind.KEEP,
    },
    Kind.REFUSE: {
        Review.Kind.NEW: Kind.REFUSE,
        Review.Kind.EDIT: Kind.REFUSE,
        Review.Kind.REPORTS: Kind.HIDE,
    },
    Kind.HIDE: {
        Review.Kind.NEW: Kind.REFUSE,
        Review.Kind.EDIT: Kind.HIDE,
        Review.Kind.REPORTS: Kind.HIDE,
    },
}


@dataclass(frozen=True)
class Choice:
    """What a moderator chose; `text` and `title` are their words for a post that they change."""

    kind: str
    reason: Reason | None = None
    note: str = ""
    text: str = ""
    title: str = ""


@dataclass(frozen=True)
class Tally:
    """What became of many: decided now, decided by others before, and not for this choice."""

    done: int = 0
    by_others: int = 0
    left: int = 0


def decide(*, review: Review, by, choice: Choice, now: datetime) -> Decision:
    """Carry out the choice; raises AlreadyDecided, Refused, or LookupError for one not offered."""
    if choice.kind not in CHOICES[review.kind]:
        raise LookupError(choice.kind)
    common = {"by": by, "now": now, "note": choice.note}
    if choice.kind in (Kind.UPHOLD, Kind.OVERTURN):
        is_overturned = choice.kind == Kind.OVERTURN
        return objecting.decide_objection(review=review, is_overturned=is_overturned, **common)
    if choice.kind in (Kind.APPROVE, Kind.KEEP):
        act = reviewing.approve if choice.kind == Kind.APPROVE else reviewing.keep
        return act(review=review, **common)
    common["reason"] = choice.reason
    if choice.kind == Kind.EDIT:
        words = {"text": choice.text, "title": choice.title}
        return reviewing.approve_changed(review=review, **words, **common)
    if choice.kind == Kind.HIDE:
        return reviewing.hide(post=review.post, review=review, **common)
    return reviewing.refuse(review=review, **common)


def decide_many(*, reviews: list[Review], by, choice: Choice, now: datetime) -> Tally:
    """Carry out the choice for each by itself; others may have decided about some meanwhile."""
    done = by_others = left = 0
    for review in reviews:
        kind = TOGETHER[choice.kind].get(review.kind)
        if kind is None:
            left += 1
            continue
        try:
            decide(review=review, by=by, choice=Choice(kind, choice.reason, choice.note), now=now)
        except AlreadyDecided:
            by_others += 1
        except Refused:
            left += 1
        else:
            done += 1
    return Tally(done, by_others, left)
