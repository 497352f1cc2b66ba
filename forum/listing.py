"""What the lists of the forum show."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from communities.models.cards import community_cards
from core.visit import shared_fact, shared_pieces
from forum import paging
from forum.access import may_begin_topics
from forum.models import Following, ForumPage, ForumSectionPage, Topic

TOPICS_PER_PAGE = 30
LATEST_SHOWN = 12
PINNED_SHOWN = 10
OF_COMMUNITY = ON_FRONT_PAGE = 4


@dataclass(frozen=True)
class SectionCard:
    """What is shown of a section away from its page; `community` is the key of its community."""

    key: UUID
    title: str
    summary: str
    url_path: str
    audience: str
    community: UUID | None


@shared_fact
def section_cards(visit, locale_id: int) -> tuple[SectionCard, ...]:
    """The sections of a language that the visitor may read, in their order in the tree."""
    pages = ForumSectionPage.objects.filter(locale_id=locale_id).seen_in(visit).order_by("path")
    columns = ("translation_key", "title", "summary", "url_path", "audience")
    rows = pages.values_list(*columns, "community__translation_key")
    return tuple(SectionCard(*row) for row in rows)


@shared_fact
def forum_address(visit, locale_id: int) -> str:
    """Where the forum is, if the visitor may read it; else empty."""
    pages = ForumPage.objects.filter(locale_id=locale_id).seen_in(visit)
    return pages.order_by("pk").values_list("url_path", flat=True).first() or ""


def with_rows(topics):
    """The topics with what a row shows, in a number of queries that does not grow."""
    return topics.select_related("author", "last_post__author").prefetch_related("tags")


def rows(topics, visit, locale_id: int) -> list[Topic]:
    """The topics, each knowing the card of its section and of its community."""
    sections = {card.key: card for card in section_cards(visit, locale_id)}
    communities = {card.key: card for card in community_cards(visit, locale_id)}
    found = list(with_rows(topics))
    for topic in found:
        topic.section = sections.get(topic.place_key)
        topic.community = communities.get(topic.community_key)
    return found


@shared_pieces
def row_pieces(visit, keys, locale_id: int, shows_section: bool) -> dict[int, SafeString]:
    """The rows of the topics with these numbers, with or without the sections they stand in."""
    topics = rows(Topic.objects.filter(pk__in=keys), visit, locale_id)
    about = {"shows_section": shows_section}
    return {
        topic.pk: render_to_string("forum/topic_row.html", {"topic": topic, **about})
        for topic in topics
    }


def listed_rows(topics, visit, locale_id: int, *, shows_section=True) -> list[SafeString]:
    """The rows of these topics in their order."""
    return row_pieces(visit, list(topics.values_list("pk", flat=True)), locale_id, shows_section)


def forum_context(page, request, visit) -> dict:
    """The sections of the forum, and the topics in which something was said last."""
    return overview(visit, page.locale_id)


@shared_fact
def overview(visit, locale_id: int) -> dict:
    """The sections of a language, each with its last topic, and the latest topics of all."""
    sections = section_cards(visit, locale_id)
    latest = _newest(shown_in(sections))[:LATEST_SHOWN]
    communities = {card.key: card for card in community_cards(visit, locale_id)}
    last = _last_topics(sections, locale_id)
    return {
        "sections": [(card, last.get(card.key)) for card in sections if not card.community],
        "community_sections": [
            (card, communities.get(card.community)) for card in sections if card.community
        ],
        "topics": listed_rows(latest, visit, locale_id),
    }


def section_context(page, request, visit) -> dict:
    """A part of the topics of a section: pinned ones, then those with the newest posts."""
    key = request.GET.get("from", "")
    is_archive = request.GET.get("archive") == "1"
    own = Topic.objects.in_forum().shown().filter(place_key=page.translation_key)
    if getattr(request, "is_preview", False):
        # Whoever is shown a draft of the section may not be one of its readers.
        own = own.none()
    listed = own.listed(is_archived=is_archive, is_pinned=False)
    part, goes_on = part_of(listed, key, TOPICS_PER_PAGE)
    shows_pinned = not key and not is_archive
    pinned = _newest(own.listed(is_pinned=True))[:PINNED_SHOWN]
    return {
        "topics": row_pieces(visit, part, page.locale_id, False),
        "pinned": listed_rows(pinned, visit, page.locale_id, shows_section=False)
        if shows_pinned
        else [],
        "goes_on": goes_on,
        "is_first_part": not key,
        "is_archive": is_archive,
        "section_key": page.translation_key,
        "may_begin": may_begin_topics(request.user, page),
        "following": wish_of(request.user, page.translation_key),
        "community": next(
            (
                card
                for card in community_cards(visit, page.locale_id)
                if page.community_id and card.key == page.community.translation_key
            ),
            None,
        ),
    }


@shared_pieces
def tag_names(visit, keys) -> dict[int, tuple[str, ...]]:
    """The tags of the topics with these numbers."""
    topics = Topic.objects.filter(pk__in=keys).prefetch_related("tags")
    return {topic.pk: tuple(tag.name for tag in topic.tags.all()) for topic in topics}


@shared_fact
def latest_topics(visit, locale_id: int) -> list[SafeString]:
    """The rows of the topics in which something was said last, for the front page."""
    sections = section_cards(visit, locale_id)
    return listed_rows(_newest(shown_in(sections))[:ON_FRONT_PAGE], visit, locale_id)


def wish_of(person, key) -> str:
    """Whether the person follows or mutes what has this key; empty for neither."""
    if not (person.is_authenticated and person.pk):
        return ""
    wishes = Following.objects.filter(person=person, key=key)
    return wishes.values_list("wish", flat=True).first() or ""


@shared_fact
def community_topics(visit, locale_id: int, community: UUID) -> list[SafeString]:
    """The rows of the topics of a community in which something was said last."""
    keys = [section.key for section in section_cards(visit, locale_id)]
    # Said so, the community is what an index is asked for, and not the kind.
    topics = Topic.objects.exclude(kind=Topic.Kind.COMMENTS).shown().at(keys)
    mine = topics.filter(community_key=community).listed()
    return listed_rows(_newest(mine)[:OF_COMMUNITY], visit, locale_id)


def shown_in(sections):
    """The topics of these sections, without archived ones."""
    topics = Topic.objects.in_forum().shown().listed()
    return topics.at([card.key for card in sections])


def part_of(topics, key: str, size: int) -> tuple[list[int], str]:
    """The numbers of so many topics from the key on, and the next part's key; empty for none."""
    if row := paging.row_of(key):
        moment, number = row
        earlier = Q(last_post_at=moment, pk__lt=number)
        topics = topics.filter(last_post_at__lte=moment).filter(
            Q(last_post_at__lt=moment) | earlier
        )
    ends = list(_newest(topics).values_list("pk", "last_post_at")[: size + 1])
    goes_on = paging.key_of(ends[size - 1][1], ends[size - 1][0]) if len(ends) > size else ""
    return [pk for pk, _moment in ends[:size]], goes_on


def _newest(topics):
    return topics.order_by("-last_post_at", "-pk")


def _last_topics(sections, locale_id: int) -> dict[UUID, Topic]:
    """The topic of each section in which something was said last."""
    keys = [card.key for card in sections]
    theirs = Topic.objects.in_forum().shown().listed(is_pinned=False)
    newest = _newest(theirs.filter(place_key=OuterRef("translation_key"))).values("pk")
    pages = ForumSectionPage.objects.filter(translation_key__in=keys, locale_id=locale_id)
    numbers = pages.annotate(newest=Subquery(newest[:1])).values_list("newest", flat=True)
    topics = Topic.objects.filter(pk__in=list(numbers)).select_related("last_post__author")
    return {topic.place_key: topic for topic in topics}
