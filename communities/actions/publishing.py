"""The way of leaders' pages to the site and off it, and who is told of each step."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log
from wagtail.models import Revision, TaskState

from communities.access import community_above, is_leader_of
from communities.authors import place_of
from communities.letters import names_of, tell, tell_editors
from communities.models import CommunityRights
from core.roles import is_editor
from core.translation.state import is_source


class AlreadyDecided(Exception):
    """Somebody has decided about the page before."""


@transaction.atomic
def decide_page(*, task_state: TaskState, is_approved: bool, comment: str, by, now: datetime):
    """Let a page that waits go live, or return it to its author; raises AlreadyDecided."""
    row = TaskState.objects.select_for_update().get(pk=task_state.pk)
    if row.status != TaskState.STATUS_IN_PROGRESS:
        raise AlreadyDecided
    action = "approve" if is_approved else "reject"
    row.task.specific.on_action(row, user=by, action_name=action, comment=comment)


@transaction.atomic
def withdraw_page(*, page, by, now: datetime):
    """Take a live page off the site at once, and whatever was to replace it later; tell editors."""
    # Wagtail asks for the right to publish; leaders may end what they may not begin.
    UnpublishPageAction(page, user=by).execute(skip_permission_checks=True)
    waiting = Revision.page_revisions.filter(object_id=str(page.pk))
    waiting.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=None)
    log(instance=page, action="communities.withdraw", user=by)
    about = f"page:{page.pk}:{now:%Y%m%d%H%M%S%f}"
    tell_editors("page-withdrawn", about, now, lambda code: _about(page, by, code), but=by)


@transaction.atomic
def tell_submitted(*, task_state: TaskState, by, now: datetime):
    """Tell every editor that a page waits for them."""
    page = task_state.workflow_state.content_object.specific
    address = reverse("publishing:decide", args=[task_state.pk])
    tell_editors(
        "page-submitted",
        f"task:{task_state.pk}",
        now,
        lambda code: {**_about(page, by, code), "action_url": address},
        but=by,
    )


@transaction.atomic
def tell_decided(*, workflow_state, is_approved: bool, by, now: datetime):
    """Tell the author what was decided and why."""
    author, state = workflow_state.requested_by, workflow_state.current_task_state
    if author is None or author == by:
        return
    page = workflow_state.content_object.specific
    page.refresh_from_db()
    editing = place_of(page, author)
    address = page.url if is_approved and page.live else editing
    context = {
        **_about(page, None, author.language),
        "comment_text": state.comment if state else "",
        "is_live": page.live,
        "action_url": address or editing,
    }
    kind = "page-approved" if is_approved else "page-returned"
    tell(author, kind, f"task:{state.pk if state else workflow_state.pk}", now, context)


@transaction.atomic
def tell_published(*, page, revision, now: datetime):
    """Tell editors of what the leaders of a trusted community have published by themselves."""
    author = revision.user if revision else None
    community = community_above(page)
    if author is None or community is None or not is_source(page) or is_editor(author):
        return
    key = community.translation_key
    is_trusted = CommunityRights.objects.filter(community_key=key, is_trusted=True).exists()
    if not is_trusted or not is_leader_of(author, key) or _was_approved(revision):
        return
    about = f"revision:{revision.pk}"
    address = page.url or _editing(page)
    tell_editors(
        "page-published",
        about,
        now,
        lambda code: {**_about(page, author, code), "action_url": address},
    )


def _was_approved(revision) -> bool:
    return TaskState.objects.filter(revision=revision, status=TaskState.STATUS_APPROVED).exists()


def _editing(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def _about(page, by, language: str) -> dict:
    """What every letter about a page knows."""
    community = community_above(page)
    names = names_of(community.translation_key, language) if community else {"community": ""}
    author = by.get_full_name() if by else ""
    return {**names, "page": page.pk, "title": page.get_admin_display_title(), "author": author}
