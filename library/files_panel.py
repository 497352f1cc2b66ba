"""What stands in the form of a resource below its files."""

from django.apps import apps
from wagtail.admin.panels import Panel


class FilesPanel(Panel):
    """Says of each file of a resource whether it could be read."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "library/admin/files.html"

        def is_shown(self):
            return super().is_shown() and self.instance.pk is not None

        def get_context_data(self, parent_context=None):
            # The form stands in the models, which this must not be imported before.
            texts = apps.get_model("library", "FileText").objects
            named = texts.filter(document__named__page=self.instance).select_related("document")
            return super().get_context_data(parent_context) | {
                "texts": named.defer("search_keys").order_by("document__title", "pk")
            }
