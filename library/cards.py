"""The cards of resources, as lists show them."""

from collections import defaultdict
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from core.audience import Audience
from core.visit import shared_fact, shared_pieces
from library.files import SharedFile, files_of_pages
from library.models import LibraryPage, ResourcePage


@dataclass(frozen=True)
class CardStyle:
    """How cards look: the level of their titles, and whether the first page is shown."""

    heading: str = "h2"
    has_picture: bool = True


IN_LIBRARY = CardStyle()
BESIDE = CardStyle("h3", has_picture=False)


@shared_pieces
def resource_cards(visit, keys, locale_id: int, style: CardStyle = IN_LIBRARY) -> dict:
    """The cards of the resources with these numbers, each with its number."""
    pages = list(ResourcePage.objects.filter(pk__in=keys).for_rows())
    files: dict[int, list[SharedFile]] = defaultdict(list)
    for file in files_of_pages(keys):
        files[file.page_id].append(file)
    return {page.pk: (page.pk, _card(page, files[page.pk], style)) for page in pages}


def _card(page, files: list[SharedFile], style: CardStyle) -> SafeString:
    pictures = (file.first_page_url for file in files if file.first_page_url)
    context = {
        "resource": page,
        "formats": list(dict.fromkeys(file.format for file in files)),
        "picture": next(pictures, "") if style.has_picture else "",
        "is_closed": page.audience != Audience.EVERYONE,
        "style": style,
    }
    return render_to_string("library/resource_card.html", context)


@shared_fact
def library_address(visit, locale_id: int) -> str:
    """Where the library is, if the visitor may read it; else empty."""
    pages = LibraryPage.objects.filter(locale_id=locale_id).seen_in(visit)
    return pages.order_by("pk").values_list("url_path", flat=True).first() or ""
