"""Panels of our own for the editors of pages."""

from wagtail.admin.panels import Panel


class WhoSeesPanel(Panel):
    """Says in words who can see the page, above everything that can be changed in it."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "core/admin/who_sees.html"

        def is_shown(self):
            return super().is_shown() and self.instance.pk is not None

        def get_context_data(self, parent_context=None):
            return super().get_context_data(parent_context) | {"page": self.instance}
