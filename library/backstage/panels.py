"""Panels of the library in the backstage."""

from wagtail.admin.panels import Panel

from library.models import Topic
from library.topics import like


class TopicPanel(Panel):
    """Other names of a topic, and topics that probably mean the same."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "library/admin/topic.html"

        def is_shown(self):
            return super().is_shown() and self.instance.pk is not None

        def get_context_data(self, parent_context=None):
            others = Topic.objects.exclude(pk=self.instance.pk).values_list("name", flat=True)
            return super().get_context_data(parent_context) | {
                "topic": self.instance,
                "aliases": self.instance.aliases.all(),
                "alike": like(self.instance.name, others),
            }
