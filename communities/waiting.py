"""What the editors' dashboard shows of leaders' work."""

from django.conf import settings
from django.db.models import Exists, OuterRef
from wagtail.admin.ui.components import Component
from wagtail.models import Page

SHOWN = 20


def awaiting_translation():
    """Pages in other languages that are not on the site though their Latvian page is."""
    source = Page.objects.filter(
        translation_key=OuterRef("translation_key"),
        locale__language_code=settings.LANGUAGE_CODE,
        live=True,
    )
    pages = Page.objects.filter(Exists(source), live=False, depth__gt=1)
    return pages.exclude(locale__language_code=settings.LANGUAGE_CODE)


class TranslationsPanel(Component):
    """The pages that wait for translation, the newest first."""

    name = "awaiting-translation"
    order = 250
    template_name = "communities/admin/awaiting_translation.html"

    def get_context_data(self, parent_context):
        waiting = awaiting_translation()
        return {
            "pages": waiting.order_by("-latest_revision_created_at", "-pk")[:SHOWN],
            "more": max(waiting.count() - SHOWN, 0),
        }
