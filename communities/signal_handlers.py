"""What the communities do when a page changes, by whichever way it was changed."""

from django.contrib.auth.models import Group
from django.db.models.signals import post_delete, post_save, pre_delete
from django.utils import timezone
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import (
    page_published,
    task_submitted,
    workflow_approved,
    workflow_rejected,
    workflow_submitted,
)

from communities import actions, deletion, provisioning
from communities.models import CommunitiesIndexPage, CommunityPage, NewsIndexPage
from core.signal_handlers import DRAFT_FIELDS


def connect():
    """Connect the handlers, each once."""
    for signal, handler, sender in (
        (post_save, on_community_saved, CommunityPage),
        (pre_delete, on_community_going, CommunityPage),
        (post_delete, on_community_gone, CommunityPage),
        (pre_delete, on_group_going, Group),
        (page_published, on_published, None),
    ):
        name = f"communities.{handler.__name__}.{sender.__name__ if sender else ''}"
        signal.connect(handler, sender=sender, dispatch_uid=name)
    for index in (CommunitiesIndexPage, NewsIndexPage):
        approve_below(index)
    _take_the_place_of_wagtails_letters()


def approve_below(index):
    """Let an editor approve what others write below an index; called when Django starts."""
    provisioning.approve_below(index)
    name = f"communities.on_index_saved.{index.__name__}"
    post_save.connect(on_index_saved, sender=index, dispatch_uid=name)


def _take_the_place_of_wagtails_letters():
    """Stand under the names of Wagtail's own handlers, which would send mail in the request.

    Wagtail connects its handlers later than this, and a signal takes each name once.
    """
    for signal, handler, sender, name in (
        (task_submitted, on_submitted, TaskState, "group_approval_task_submitted"),
        (workflow_submitted, on_begun, WorkflowState, "workflow_state_submitted"),
        (workflow_approved, on_approved, WorkflowState, "workflow_state_approved"),
        (workflow_rejected, on_returned, WorkflowState, "workflow_state_rejected"),
    ):
        signal.connect(handler, sender=sender, dispatch_uid=f"{name}_email_notification")


def on_community_saved(sender, instance, update_fields=None, raw=False, **kwargs):
    if not raw and not (update_fields and DRAFT_FIELDS.issuperset(update_fields)):
        provisioning.provision(community_key=instance.translation_key)


def on_community_going(sender, instance, **kwargs):
    deletion.refuse_with_content(instance)


def on_community_gone(sender, instance, **kwargs):
    provisioning.withdraw_provision(community_key=instance.translation_key)


def on_group_going(sender, instance, **kwargs):
    deletion.refuse_needed_group(instance)


def on_index_saved(sender, created=False, raw=False, **kwargs):
    if created and not raw:
        provisioning.provision_workflow()


def on_published(sender, instance, revision=None, **kwargs):
    actions.tell_published(page=instance, revision=revision, now=timezone.now())


def on_submitted(sender, instance, user=None, **kwargs):
    actions.tell_submitted(task_state=instance, by=user, now=timezone.now())


def on_begun(sender, **kwargs):
    """Nobody more is told: those who decide know by the task."""


def on_approved(sender, instance, user=None, **kwargs):
    now = timezone.now()
    actions.tell_decided(workflow_state=instance, is_approved=True, by=user, now=now)


def on_returned(sender, instance, user=None, **kwargs):
    now = timezone.now()
    actions.tell_decided(workflow_state=instance, is_approved=False, by=user, now=now)
