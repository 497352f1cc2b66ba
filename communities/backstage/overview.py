"""How the pages of one community stand: what waits, what is out, what has grown old."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import CharField, Q
from django.db.models.functions import Cast
from django.urls import reverse
from wagtail.models import Page, Revision, WorkflowState, get_default_page_content_type

from communities.models import ArticlePage

SHOWN = 10
GROWN_OLD_AFTER = timedelta(days=365)


@dataclass(frozen=True)
class Item:
    """One page in a list: its title, where it is edited, its moment, what was said of it."""

    title: str
    url: str
    at: datetime | None = None
    comment: str = ""
    live_url: str = ""


@dataclass
class Overview:
    """The lists of a community's start page, each of them short."""

    returned: list[Item] = field(default_factory=list)
    drafts: list[Item] = field(default_factory=list)
    with_editors: list[Item] = field(default_factory=list)
    scheduled: list[Item] = field(default_factory=list)
    ending: list[Item] = field(default_factory=list)
    published: list[Item] = field(default_factory=list)
    grown_old: list[Item] = field(default_factory=list)
    newest_news_at: datetime | None = None
    has_old_news: bool = False


def overview_of(community, now: datetime) -> Overview:
    """The state of the community's Latvian pages; a fixed number of queries."""
    pages = Page.objects.descendant_of(community, inclusive=True)
    states = _states_of(pages)
    live = pages.filter(live=True).order_by("-last_published_at", "-pk")
    busy = [state.content_object.pk for state in states if state.content_object]
    drafts = pages.filter(Q(live=False) | Q(has_unpublished_changes=True)).exclude(pk__in=busy)
    scheduled = _scheduled(pages)
    drafts = drafts.exclude(pk__in=[pk for pk, _item in scheduled])
    newest = ArticlePage.objects.descendant_of(community).live().order_by("-date", "-pk")
    newest_date = newest.values_list("date", flat=True).first()
    return Overview(
        returned=[_item_of_state(each) for each in states if each.status == "needs_changes"],
        with_editors=[_item_of_state(each) for each in states if each.status == "in_progress"],
        drafts=_items(drafts.order_by("-latest_revision_created_at", "-pk"), "edited"),
        scheduled=[item for _pk, item in scheduled],
        ending=_items(live.filter(expire_at__gt=now).order_by("expire_at", "pk"), "ends"),
        published=_items(live, "published"),
        grown_old=_items(_grown_old(live, now), "published"),
        newest_news_at=newest_date,
        has_old_news=bool(newest_date and newest_date < (now - GROWN_OLD_AFTER).date()),
    )


MOMENTS = {
    "edited": "latest_revision_created_at",
    "published": "last_published_at",
    "ends": "expire_at",
}


def _items(pages, moment: str) -> list[Item]:
    return [_item(page, getattr(page, MOMENTS[moment])) for page in pages[:SHOWN]]


def _item(page, at=None, comment="") -> Item:
    title = page.draft_title or page.title
    live_url = page.url_path if page.live else ""
    return Item(title, reverse("wagtailadmin_pages:edit", args=[page.pk]), at, comment, live_url)


def _states_of(pages) -> list[WorkflowState]:
    """What lies with the editors or came back from them, the newest first."""
    numbers = pages.annotate(number=Cast("pk", CharField())).values("number")
    states = WorkflowState.objects.filter(
        base_content_type=get_default_page_content_type(),
        object_id__in=numbers,
        status__in=(WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES),
    )
    states = states.select_related("current_task_state").prefetch_related("content_object")
    return list(states.order_by("-created_at", "-pk")[: 2 * SHOWN])


def _item_of_state(state) -> Item:
    task = state.current_task_state
    at = (task.finished_at or task.started_at) if task else state.created_at
    return _item(state.content_object, at, task.comment if task else "")


def _scheduled(pages) -> list[tuple[int, Item]]:
    """What comes out by itself, the next first."""
    numbers = pages.annotate(number=Cast("pk", CharField())).values("number")
    revisions = Revision.objects.filter(
        base_content_type=get_default_page_content_type(),
        object_id__in=numbers,
        approved_go_live_at__isnull=False,
    ).order_by("approved_go_live_at", "pk")[:SHOWN]
    found = Page.objects.in_bulk([int(each.object_id) for each in revisions])
    rows = [(found.get(int(each.object_id)), each.approved_go_live_at) for each in revisions]
    return [(page.pk, _item(page, at)) for page, at in rows if page]


def _grown_old(live, now):
    """Pages that stay, and that nobody has touched for a year; news may grow old in peace."""
    news = ArticlePage.objects.order_by().values("pk")
    return live.filter(last_published_at__lt=now - GROWN_OLD_AFTER).exclude(pk__in=news)
