"""What stands around every page: the site's name, the menu, the way here, the other language."""

from dataclasses import dataclass, field, replace

from django.conf import settings
from django.utils.translation import get_language, get_language_info
from wagtail.models import Page, Site

from core.models.site import SiteSettings
from core.translation.state import code_of
from core.visit import shared_fact, visit_of


@dataclass(frozen=True)
class Link:
    """A place to go to; `is_current` when the reader is there or below it."""

    title: str
    url: str
    is_current: bool = False


@dataclass(frozen=True)
class LanguageLink:
    """The way to another language; `is_translated` is False when it leads to a page above."""

    code: str
    name: str
    url: str
    is_translated: bool


@dataclass
class Shell:
    """Everything that the base template needs, asked of the database beforehand."""

    site: SiteSettings
    home_url: str
    canonical_url: str = ""
    description: str = ""
    menu: list[Link] = field(default_factory=list)
    breadcrumbs: list[Link] = field(default_factory=list)
    languages: list[LanguageLink] = field(default_factory=list)


@dataclass(frozen=True)
class Frame:
    """What stands around every page of a language alike; `places` are the paths of the menu."""

    site: SiteSettings
    menu: tuple[Link, ...] = ()
    places: tuple[str, ...] = ()


def shell_for(request, page=None) -> Shell:
    """The shell of a page, or of an address without a page."""
    frame = frame_of(visit_of(request), get_language())
    shell = Shell(site=frame.site, home_url=f"/{get_language()}/")
    path = (page.path if page else "") or ""
    shell.menu = [
        replace(link, is_current=path.startswith(place))
        for link, place in zip(frame.menu, frame.places, strict=True)
    ]
    if page:
        ancestors = _ancestors(page)
        shell.description = page.search_description or page.summary
        shell.canonical_url = settings.SITE_URL + page.url_path
        shell.breadcrumbs = [Link(place.title, place.url_path) for place in ancestors]
        shell.languages = _languages_of(page, ancestors)
    else:
        shell.languages = _languages_without_page()
    return shell


@shared_fact
def frame_of(visit, language: str) -> Frame:
    """The frame of the pages in the language, for the visitor's circle."""
    from core.access import pages_open_to

    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    if site is None:
        return Frame(SiteSettings())
    home = site.root_page.localized
    children = pages_open_to(visit.circles, visit.now).child_of(home).in_menu().order_by("path")
    places = children.values_list("path", "title", "url_path")
    return Frame(
        SiteSettings.for_site(site),
        tuple(Link(title, address) for _path, title, address in places),
        tuple(path for path, *_words in places),
    )


def _ancestors(page) -> list:
    """What stands above the page, from the front page down: title, address, key and depth."""
    steps = range(2 * page.steplen, len(page.path or ""), page.steplen)
    above = Page.objects.filter(path__in=[page.path[:step] for step in steps]).order_by("depth")
    return list(above.values_list("title", "url_path", "translation_key", named=True))


def _languages_of(page, ancestors) -> list[LanguageLink]:
    live = {code_of(other.locale_id): other for other in page.counterparts if other.live}
    links = []
    for code, name in _other_languages():
        if code in live:
            links.append(LanguageLink(code, name, live[code].url_path, True))
        else:
            links.append(LanguageLink(code, name, _nearest(code, ancestors), False))
    return links


def _nearest(code, ancestors) -> str:
    """The address of the closest page above that exists in the language."""
    keys = [place.translation_key for place in ancestors]
    above = Page.objects.live().filter(translation_key__in=keys, locale__language_code=code)
    closest = above.order_by("-depth", "pk").values_list("url_path", flat=True).first()
    return closest or f"/{code}/"


def _languages_without_page() -> list[LanguageLink]:
    return [LanguageLink(code, name, f"/{code}/", True) for code, name in _other_languages()]


def _other_languages():
    for code, _name in settings.LANGUAGES:
        if code != get_language():
            yield code, get_language_info(code)["name_local"].capitalize()
