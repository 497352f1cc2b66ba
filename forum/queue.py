"""What waits for moderators, with all that a decision needs, in a number of queries that does not
grow with it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Count, Max, Min, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Page

from communities.models import CommunityPage
from forum.access import may_decide
from forum.actions.deciding import CHOICES
from forum.changes import changes
from forum.comments import stored_settings
from forum.models import Block, Decision, DutyTurn, Post, Report, Review
from forum.wording import cause_in_words, deed_in_words

REVIEWS_PER_PART = 20
# A number that no topic reaches: what has no place yet stands behind everything.
BEHIND_ALL = 2_000_000_000
KEPT_WITH_POST = ("post__topic", "post__author", "post__helper", "post__reply_to__author")


@dataclass
class Record:
    """What the moderators know of somebody who writes."""

    posts: int = 0
    since: datetime | None = None
    removals: int = 0
    warnings: int = 0
    blocks: int = 0
    blocked_until: datetime | None = None


@dataclass
class Waiting:
    """A review with what stands around it."""

    review: Review
    may_decide: bool
    is_late: bool
    # What can be chosen, each with the words of its button.
    deeds: list[tuple[str, str]]
    causes: list[str]
    record: Record
    place: object = None
    community: str = ""
    before: Post | None = None
    reports: list[Report] = field(default_factory=list)

    @property
    def post(self) -> Post:
        return self.review.post

    @property
    def author(self):
        """Who wrote it; for what was said to a helper, the helper."""
        return self.post.author or self.post.helper

    @property
    def changed(self) -> list[tuple[str, str]]:
        """For a changed post, what is new in it and what is gone."""
        return changes(self.post.text, self.review.version.text) if self.review.version else []

    @property
    def is_for_many(self) -> bool:
        """Whether it can be decided about together with others."""
        return self.may_decide and self.review.kind != Review.Kind.OBJECTION


@dataclass(frozen=True)
class Queue:
    """A part of what waits; `after` is the number of its last review when there is more."""

    waiting: list[Waiting]
    total: int
    late: int
    hours: int
    after: int | None


def queue_of(reviews, person, now, *, after: int | None = None) -> Queue:
    """The part of these reviews that comes after the one of this number; the first for None."""
    hours = stored_settings().answer_hours
    totals = reviews.aggregate(
        total=Count("pk"), late=Count("pk", filter=Q(opened_at__lt=now - timedelta(hours=hours)))
    )
    rows = _after(reviews, after) if after else reviews
    found = list(_with_context(rows)[: REVIEWS_PER_PART + 1])
    part = found[:REVIEWS_PER_PART]
    rest = part[-1].pk if len(found) > len(part) else None
    return Queue(described(part, person, now, hours), **totals, hours=hours, after=rest)


def described(reviews: list[Review], person, now, hours: int | None = None) -> list[Waiting]:
    """The reviews with what stands around each."""
    hours = stored_settings().answer_hours if hours is None else hours
    people = {author.pk for author in map(_author, reviews) if author}
    posts = [review.post_id for review in reviews]
    records, reports = records_of(people, now), _reports_about(posts)
    places = _places_of({review.post.topic.place_key for review in reviews})
    titles = community_titles({review.community_key for review in reviews})
    before = Post.objects.select_related("author").in_bulk(
        [review.before_id for review in reviews if getattr(review, "before_id", None)]
    )
    late = now - timedelta(hours=hours)
    return [
        Waiting(
            review=review,
            may_decide=review.closed_at is None and may_decide(person, review),
            is_late=review.opened_at < late,
            deeds=[(kind, deed_in_words(kind)) for kind in CHOICES[review.kind]],
            causes=[words for words in map(cause_in_words, review.causes) if words],
            record=records.get(getattr(_author(review), "pk", None), Record()),
            place=places.get(review.post.topic.place_key),
            community=titles.get(review.community_key, ""),
            before=before.get(getattr(review, "before_id", None)),
            reports=reports.get(review.post_id, []),
        )
        for review in reviews
    ]


def one(review: Review, person, now) -> Waiting:
    """A single review, waiting or not, with what stands around it."""
    found = _with_context(Review.objects.filter(pk=review.pk)).get()
    return described([found], person, now)[0]


def records_of(people, now) -> dict[int, Record]:
    """The records of the people with these numbers."""
    records = {pk: Record() for pk in people}
    posts = Post.objects.filter(author__in=people, shown_at__isnull=False).values("author")
    for row in posts.order_by("author").annotate(count=Count("pk"), since=Min("shown_at")):
        records[row["author"]].posts, records[row["author"]].since = row["count"], row["since"]
    kinds = Decision.Kind
    names = {
        kinds.HIDE: "removals",
        kinds.REFUSE: "removals",
        kinds.WARN: "warnings",
        kinds.BLOCK: "blocks",
    }
    made = Decision.objects.filter(person__in=people, kind__in=names).values("person", "kind")
    for row in made.order_by("person", "kind").annotate(count=Count("pk")):
        record, name = records[row["person"]], names[row["kind"]]
        setattr(record, name, getattr(record, name) + row["count"])
    blocks = Block.objects.filter(person__in=people, begins_at__lte=now, ends_at__gt=now)
    for row in blocks.values("person").order_by("person").annotate(until=Max("ends_at")):
        records[row["person"]].blocked_until = row["until"]
    return records


def community_titles(keys) -> dict:
    """The communities with these keys, as they are called in the active language."""
    pages = CommunityPage.objects.filter(
        translation_key__in=keys - {None}, locale__language_code=get_language()
    )
    return dict(pages.values_list("translation_key", "title"))


def on_duty(now):
    """Whose turn it is today, as a list of turns."""
    today = timezone.localdate(now)
    turns = DutyTurn.objects.filter(first_date__lte=today, last_date__gte=today)
    return list(turns.select_related("person", "backup"))


def _author(review):
    return review.post.author or review.post.helper


def _after(reviews, pk: int):
    last = Review.objects.filter(pk=pk).first()
    if last is None:
        return reviews
    later = Q(opened_at__gt=last.opened_at) | Q(opened_at=last.opened_at, pk__gt=last.pk)
    return reviews.filter(later)


def _with_context(reviews):
    """With each its post and, as `before_id`, the number of the post that stands before that."""
    number = Coalesce(OuterRef("post__number"), BEHIND_ALL)
    before = Post.objects.shown().filter(topic=OuterRef("post__topic"), number__lt=number)
    decided = ("objection__decision__reason", "objection__decision__made_by")
    rows = reviews.select_related("version", "closed_by", *KEPT_WITH_POST, *decided)
    rows = rows.prefetch_related("post__pictures")
    return rows.annotate(before_id=Subquery(before.order_by("-number").values("pk")[:1]))


def _reports_about(posts) -> dict[int, list[Report]]:
    """What was reported of each post, and of each reporter how often they were right before."""
    found = Report.objects.filter(post__in=posts).select_related("person", "reason")
    reports = list(found.order_by("made_at", "pk"))
    judged = Report.objects.filter(person__in={report.person_id for report in reports})
    outcomes = Report.Outcome
    rows = judged.values("person").annotate(
        upheld=Count("pk", filter=Q(outcome=outcomes.UPHELD)),
        dismissed=Count("pk", filter=Q(outcome=outcomes.DISMISSED)),
    )
    counts = {row["person"]: row for row in rows.order_by("person")}
    about: dict[int, list[Report]] = {}
    for report in reports:
        row = counts[report.person_id]
        report.upheld, report.dismissed = row["upheld"], row["dismissed"]
        about.setdefault(report.post_id, []).append(report)
    return about


def _places_of(keys) -> dict:
    """The pages with these keys, in the active language where there is one."""
    pages = Page.objects.filter(translation_key__in=keys).select_related("locale")
    usual = [page for page in pages if page.locale.language_code != get_language()]
    own = [page for page in pages if page.locale.language_code == get_language()]
    return {page.translation_key: page for page in (*usual, *own)}
