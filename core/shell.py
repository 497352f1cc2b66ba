"""What stands around every page: the site's name, the menu, the way here, the other language."""

from dataclasses import dataclass, field, replace

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, get_language_info, override
from wagtail.models import Page, Site

from core.audience import Audience
from core.meta import FeedLink, Meta, describe_address, describe_page, feeds_for
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
    """Everything that the base template needs, asked of the database beforehand.

    Where `meta` is missing, search engines are asked to stay away. A page that shows a list in
    parts sets `number` to that of the part.
    """

    site: SiteSettings
    home_url: str
    title: str = ""
    address: str = ""
    number: int = 1
    description: str = ""
    menu: list[Link] = field(default_factory=list)
    footer: tuple[Link, ...] = ()
    breadcrumbs: list[Link] = field(default_factory=list)
    languages: list[LanguageLink] = field(default_factory=list)
    feeds: list[FeedLink] = field(default_factory=list)
    meta: Meta | None = None

    @property
    def canonical_url(self) -> str:
        """The one absolute address of what is shown; none for what is nowhere."""
        part = f"?page={self.number}" if self.number > 1 else ""
        return f"{settings.SITE_URL}{self.address}{part}" if self.address else ""


@dataclass(frozen=True)
class Frame:
    """What stands around every page of a language alike; `places` are the paths of the menu."""

    site: SiteSettings
    front: Link | None = None
    menu: tuple[Link, ...] = ()
    places: tuple[str, ...] = ()
    footer: tuple[Link, ...] = ()


def shell_for(request, page=None) -> Shell:
    """The shell of a page, or of an address without a page that nobody should look for."""
    visit = visit_of(request)
    shell = _begin_shell(visit, page)
    if page is None:
        shell.languages = _languages_without_page()
        return shell
    ancestors = _ancestors(page)
    shell.title = page.title
    shell.address = page.url_path
    shell.description = page.search_description or page.summary
    shell.breadcrumbs = [Link(place.title, place.url_path) for place in ancestors]
    shell.languages = _languages_of(page, ancestors)
    describe_page(page, shell, visit)
    return shell


def shell_of_address(request, name: str, title: str) -> Shell:
    """The shell of an address of this name that is no page and is there in every language."""
    visit = visit_of(request)
    shell = _begin_shell(visit)
    shell.title = title
    shell.address = reverse(name)
    front = frame_of(visit, get_language()).front
    shell.breadcrumbs = [front] if front else []
    others = dict(_other_languages())
    addresses = {code: _reverse_in(code, name) for code in others}
    shell.languages = [
        LanguageLink(code, language, addresses[code], True) for code, language in others.items()
    ]
    describe_address(shell, addresses)
    return shell


def shell_below(
    request, page, *, title: str, address: str, addresses: dict[str, str], about=None
) -> Shell:
    """The shell of an address below a page, in the languages of `addresses`.

    It is for the same readers as the page. `about(shell)` gives what it is about, in the words of
    schema.org.
    """
    visit = visit_of(request)
    shell = _begin_shell(visit, page)
    shell.title, shell.address = title, address
    way = [Link(place.title, place.url_path) for place in _ancestors(page)]
    shell.breadcrumbs = [*way, Link(page.title, page.url_path)]
    shell.languages = [
        LanguageLink(code, language, addresses[code], True)
        for code, language in _other_languages()
        if code in addresses
    ]
    if page.audience == Audience.EVERYONE:
        describe_address(shell, addresses, about(shell) if about else [])
    return shell


def _begin_shell(visit, page=None) -> Shell:
    frame = frame_of(visit, get_language())
    path = (page.path if page else "") or ""
    menu = [
        replace(link, is_current=path.startswith(place))
        for link, place in zip(frame.menu, frame.places, strict=True)
    ]
    return Shell(
        frame.site,
        f"/{get_language()}/",
        menu=menu,
        footer=frame.footer,
        feeds=feeds_for(visit, page),
    )


def _reverse_in(code: str, name: str) -> str:
    with override(code):
        return reverse(name)


@shared_fact
def frame_of(visit, language: str) -> Frame:
    """The frame of the pages in the language, for the visitor's circle."""
    from core.access import pages_open_to, rows_of_types

    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    if site is None:
        return Frame(SiteSettings())
    home = site.root_page.localized
    children = pages_open_to(visit.circles, visit.now).child_of(home).order_by("path")
    places = children.in_menu().values_list("path", "title", "url_path")
    chosen = rows_of_types("show_in_footer", [True])
    in_footer = children.filter(pk__in=chosen).values_list("title", "url_path")
    return Frame(
        SiteSettings.for_site(site),
        Link(home.title, home.url_path),
        tuple(Link(title, address) for _path, title, address in places),
        tuple(path for path, *_words in places),
        tuple(Link(title, address) for title, address in in_footer),
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
