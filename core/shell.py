"""What stands around every page: the site's name, the menu, the way here, the other language."""

from dataclasses import dataclass, field

from django.conf import settings
from django.utils.translation import get_language, get_language_info
from wagtail.models import Page, Site

from core.models.site import SiteSettings
from core.translation.state import code_of


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


def shell_for(request, page=None) -> Shell:
    """The shell of a page, or of an address without a page."""
    site = Site.find_for_request(request)
    shell = Shell(site=_settings(request, site), home_url=f"/{get_language()}/")
    ancestors = _ancestors(page) if page else []
    home = ancestors[0] if ancestors else _home(site)
    if home:
        shell.menu = _menu(request, home, page)
    if page:
        shell.description = page.search_description or page.summary
        shell.canonical_url = settings.SITE_URL + (page.get_url(request) or "")
        shell.breadcrumbs = [
            Link(place.title, place.get_url(request) or "") for place in ancestors[:-1]
        ]
        shell.languages = _languages_of(request, page, ancestors)
    else:
        shell.languages = _languages_without_page()
    return shell


def _settings(request, site):
    return SiteSettings.for_request(request) if site else SiteSettings()


def _home(site):
    return site.root_page.localized if site else None


def _ancestors(page) -> list:
    """The page and what stands above it, from the front page down."""
    above = page.get_ancestors().filter(depth__gt=1).order_by("depth")
    return [*above, page]


def _menu(request, home, page) -> list[Link]:
    from core.access import visible_pages

    children = visible_pages(getattr(request, "user", None)).child_of(home).in_menu()
    path = page.path if page else ""
    return [
        Link(child.title, child.get_url(request) or "", path.startswith(child.path))
        for child in children.order_by("path")
    ]


def _languages_of(request, page, ancestors) -> list[LanguageLink]:
    live = {code_of(other.locale_id): other for other in page.counterparts if other.live}
    links = []
    for code, name in _other_languages():
        if code in live:
            links.append(LanguageLink(code, name, live[code].get_url(request), True))
        else:
            links.append(LanguageLink(code, name, _nearest(request, code, ancestors), False))
    return links


def _nearest(request, code, ancestors) -> str:
    """The address of the closest page above that exists in the language."""
    keys = [place.translation_key for place in ancestors[:-1]]
    above = Page.objects.live().filter(translation_key__in=keys, locale__language_code=code)
    closest = above.order_by("-depth", "pk").first()
    return (closest.get_url(request) if closest else "") or f"/{code}/"


def _languages_without_page() -> list[LanguageLink]:
    return [LanguageLink(code, name, f"/{code}/", True) for code, name in _other_languages()]


def _other_languages():
    for code, _name in settings.LANGUAGES:
        if code != get_language():
            yield code, get_language_info(code)["name_local"].capitalize()
