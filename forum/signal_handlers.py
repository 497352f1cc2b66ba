"""What the discussions do when a page changes, by whichever way it was changed."""

from django.db.models.signals import post_save, pre_delete
from wagtail.signals import post_page_move

from forum.actions.settling import settle_pages, settle_section
from forum.deletion import refuse_with_topics
from forum.models import ForumSectionPage


def connect():
    """Connect the handlers, each once."""
    pre_delete.connect(
        on_section_going, sender=ForumSectionPage, dispatch_uid="forum.on_section_going"
    )
    post_save.connect(
        on_section_saved, sender=ForumSectionPage, dispatch_uid="forum.on_section_saved"
    )
    post_page_move.connect(on_moved, dispatch_uid="forum.on_moved")


def on_section_saved(sender, instance, **kwargs):
    settle_section(section=instance)


def on_moved(sender, instance, **kwargs):
    settle_pages(page=instance)


def on_section_going(sender, instance, **kwargs):
    refuse_with_topics(instance)
