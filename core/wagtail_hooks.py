from django.contrib import messages
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page

from core.page_creation import CreatePageView
from core.translation.state import is_source

LAST = 1000


@hooks.register("before_create_page")
def write_in_latvian_first(request, parent_page, page_class):
    """Pages begin in Latvian; their drafts in other languages make themselves."""
    return None if _is_latvian(parent_page) else _lead_back(request, parent_page)


@hooks.register("before_create_page", order=LAST)
def make_a_page_once(request, parent_page, page_class):
    """A form that arrives twice makes one page: the site's own view takes it from here."""
    kind = page_class._meta
    return CreatePageView.as_view()(request, kind.app_label, kind.model_name, parent_page.pk)


@hooks.register("before_copy_page")
def copy_in_latvian_first(request, page):
    """Copies are new pages: they begin in Latvian as well, and stay among Latvian pages."""
    chosen = request.POST.get("new_parent_page", "")
    places = [page, *Page.objects.filter(pk__in=[chosen] if chosen.isdecimal() else [])]
    return None if all(map(_is_latvian, places)) else _lead_back(request, page.get_parent())


def _is_latvian(page) -> bool:
    return page.depth == 1 or is_source(page)


def _lead_back(request, page):
    messages.warning(
        request,
        _(
            "Write the page in Latvian first. Once it is published, "
            "its draft for translation appears here by itself."
        ),
    )
    return redirect(reverse("wagtailadmin_explore", args=[page.pk]))


@hooks.register("insert_global_admin_css")
def wear_the_sites_colours():
    """Colours of the backstage."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/backstage.css"))
