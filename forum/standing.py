"""What the site knows of whoever writes, asked of the site's own tables."""

from datetime import timedelta

from django.db.models import Count, F, Max, Min, Q

from core.roles import is_editor
from forum.access import may_moderate
from forum.models import Block, Decision, Objection, Post, Report, Topic
from forum.moderation import DAY, HOUR, SAME_WORDS_FOR, Author, Standing, standing_of

LATELY = timedelta(days=30)
# Posts by which nobody becomes known any more.
GONE = (Post.State.HIDDEN, Post.State.DELETED)


def author_of(person, community_key, now, *, trusted_after: int) -> Author:
    """What `moderation.judge` is told of the person, for a post in the community."""
    mine = Post.objects.filter(Q(author=person) | Q(helper=person))
    counts = mine.aggregate(
        approved=Count("pk", filter=Q(shown_at__isnull=False) & ~Q(state__in=GONE)),
        first_at=Min("shown_at"),
        last_at=Max("created_at"),
        last_hour=Count("pk", filter=Q(created_at__gt=now - HOUR)),
        last_day=Count("pk", filter=Q(created_at__gt=now - DAY)),
    )
    removed = removals_of(person, now).count()
    days = (now - counts["first_at"]).days if counts["first_at"] else 0
    lately = mine.filter(created_at__gt=now - SAME_WORDS_FOR).exclude(fingerprint="")
    # What a helper typed began with a post of the same moment.
    typed = Q(posts__helper=person, posts__created_at=F("created_at"))
    topics = Topic.objects.in_forum().filter(created_at__gt=now - DAY)
    topics = topics.filter(Q(author=person) | typed).distinct()
    return Author(
        standing=standing_of(
            is_staff=may_moderate(person, community_key),
            approved=counts["approved"],
            removed_lately=removed,
            days=days,
            trusted_after=trusted_after,
        ),
        approved=counts["approved"],
        removed_lately=removed,
        last_at=counts["last_at"],
        last_hour=counts["last_hour"],
        last_day=counts["last_day"],
        topics_last_day=topics.count(),
        fingerprints=frozenset(lately.values_list("fingerprint", flat=True)),
        is_blocked=is_blocked(person, community_key, now),
    )


def removals_of(person, now):
    """Decisions of the last thirty days that took posts of the person away, and still stand."""
    kinds = (Decision.Kind.HIDE, Decision.Kind.REFUSE)
    lately = Decision.objects.filter(person=person, kind__in=kinds, made_at__gt=now - LATELY)
    return lately.exclude(objection__outcome=Objection.Outcome.OVERTURNED)


def is_blocked(person, community_key, now) -> bool:
    """Whether the person may not write there now."""
    if is_editor(person):
        return False
    blocks = Block.objects.filter(person=person, begins_at__lte=now, ends_at__gt=now)
    return blocks.filter(Q(community_key=None) | Q(community_key=community_key)).exists()


def standing_in(person, community_key, now, *, trusted_after: int) -> Standing:
    """How well the person is known there."""
    return author_of(person, community_key, now, trusted_after=trusted_after).standing


def reports_judged(person) -> tuple[int, int]:
    """How many of the person's reports were not upheld, and how many were."""
    counts = Report.objects.filter(person=person).aggregate(
        dismissed=Count("pk", filter=Q(outcome=Report.Outcome.DISMISSED)),
        upheld=Count("pk", filter=Q(outcome=Report.Outcome.UPHELD)),
    )
    return counts["dismissed"], counts["upheld"]
