"""What somebody suggested, and how it stands."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from wagtail.models import WorkflowState, get_default_page_content_type

from library.suggesting.access import suggestions_of

SHOWN = 20


@dataclass(frozen=True)
class Suggestion:
    """A page that was suggested: live, with the editors, or given back with a comment."""

    title: str
    sent_at: datetime
    url: str
    is_live: bool
    is_returned: bool
    comment: str


def own_suggestions(person) -> list[Suggestion]:
    """The latest that the person suggested."""
    pages = list(suggestions_of(person)[:SHOWN])
    states = WorkflowState.objects.filter(
        base_content_type=get_default_page_content_type(),
        object_id__in=[str(page.pk) for page in pages],
    )
    rows = states.select_related("current_task_state").order_by("created_at", "pk")
    latest = {state.object_id: state for state in rows}
    return [_suggestion(page, latest.get(str(page.pk))) for page in pages]


def _suggestion(page, state) -> Suggestion:
    is_with_editors = bool(state and state.status == WorkflowState.STATUS_IN_PROGRESS)
    task = state.current_task_state if state else None
    is_returned = not page.live and not is_with_editors
    url = page.url_path if page.live else ""
    if is_returned:
        url = reverse("library:suggestion", args=[page.pk])
    return Suggestion(
        title=page.title if page.live else page.draft_title,
        sent_at=page.latest_revision_created_at,
        url=url,
        is_live=page.live,
        is_returned=is_returned,
        comment=task.comment if task and is_returned else "",
    )
