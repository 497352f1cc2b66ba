from django.contrib import messages
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks

from core.translation.state import is_source


@hooks.register("before_create_page")
def write_in_latvian_first(request, parent_page, page_class):
    """Pages begin in Latvian; their drafts in other languages make themselves."""
    if parent_page.depth > 1 and not is_source(parent_page):
        messages.warning(
            request,
            _(
                "Write the page in Latvian first. Once it is published, "
                "its draft for translation appears here by itself."
            ),
        )
        return redirect(reverse("wagtailadmin_explore", args=[parent_page.pk]))
    return None


@hooks.register("insert_global_admin_css")
def wear_the_sites_colours():
    """Colours of the backstage."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/backstage.css"))
