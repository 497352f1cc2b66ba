"""What the discussions do when a page changes, by whichever way it was changed."""

from django.db.models.signals import pre_delete

from forum.deletion import refuse_with_topics
from forum.models import ForumSectionPage


def connect():
    """Connect the handlers, each once."""
    pre_delete.connect(
        on_section_going, sender=ForumSectionPage, dispatch_uid="forum.on_section_going"
    )


def on_section_going(sender, instance, **kwargs):
    refuse_with_topics(instance)
