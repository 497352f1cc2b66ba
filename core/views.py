"""Addresses of the site itself: is it well, its public files, its documents, the demo's letters."""

from functools import lru_cache, partial
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.core.exceptions import SuspiciousFileOperation
from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import FileResponse, Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils._os import safe_join
from django.utils.translation import override
from django.views.decorators.http import require_safe
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from core import access, downloads, errors, letters, page_cache, sharing, sitemap
from core.belt import band_svg, belt_of, mark_of
from core.models import Audience, BasePage
from core.shell import frame_of, shell_for
from core.styleguide import samples
from core.translation.state import code_of
from core.visit import visit_of

PUBLIC_PREFIXES = ("images/",)
IMMUTABLE = "public, max-age=31536000, immutable"
# A file from the site opens nothing and runs nothing, whatever is in it.
FILE_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"
# Letters bring their colours and their picture along, and lead out of themselves.
LETTER_POLICY = (
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'none'; "
    "sandbox allow-top-navigation-by-user-activation allow-popups"
)
BELT_SHAPES = {
    "day": partial(band_svg, theme="light"),
    "night": partial(band_svg, theme="dark"),
    "mark": partial(mark_of, theme="light"),
}


@require_safe
def page(request, path):
    """A page of the site, through the access door; public ones are offered for keeping."""
    route = _route(request, path)
    if route is None or not isinstance(route.page, BasePage):
        raise Http404
    visit = visit_of(request)
    try:
        access.check_page(route.page, request.user, visit.now)
    except access.SignInNeeded:
        return errors.sign_in(request)
    response = route.page.serve(request, *route.args, **route.kwargs)
    if route.page.audience == Audience.EVERYONE and not request.user.is_authenticated:
        moments = [visit.state.ends_at, *route.page.changes_at(visit.now)]
        return page_cache.offer(response, until=min(moments))
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _route(request, path) -> RouteResult | None:
    """The page at the address, or the closest one above it that answers for what follows."""
    # A page's address is its path in the tree: the front pages are named after the languages.
    *above, last = _prefixes(request.path_info)
    # The slug has an index, the address has none.
    slugs = {address.rstrip("/").rpartition("/")[2] for address in [*above, last]}
    found = Page.objects.filter(slug__in=slugs, url_path__in=[*above, last])
    page = found.order_by("-depth").first()
    if page is None:
        return None
    if page.url_path == last:
        return RouteResult(page.specific) if page.live else None
    if not issubclass(page.specific_class or Page, RoutablePageMixin):
        return None
    return page.specific.route(request, last.removeprefix(page.url_path).strip("/").split("/"))


def _prefixes(address: str) -> list[str]:
    """The address and those above it, from the top down: /lv/, /lv/a/, /lv/a/b/."""
    steps = [position + 1 for position, letter in enumerate(address) if letter == "/"]
    return [address[:step] for step in steps[1:]]


@require_safe
def healthz(request):
    """200 as long as the process answers."""
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def readyz(request):
    """200 when database, migrations and shared cache are ready; else 503 naming which is not."""
    checks = {"database": _database_is_ready(), "cache": _cache_is_ready()}
    checks["migrations"] = checks["database"] and _is_migrated()
    response = JsonResponse(checks, status=200 if all(checks.values()) else 503)
    response.headers["Cache-Control"] = "no-store"
    return response


def _database_is_ready() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except (DatabaseError, InterfaceError):
        return False
    return True


def _is_migrated() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _cache_is_ready() -> bool:
    try:
        cache.set("readyz", 1, timeout=10)
        return cache.get("readyz") == 1
    except Exception:
        return False


@require_safe
def media(request, path):
    """A public rendition; every other path is 404, whatever lies there."""
    try:
        full_path = Path(safe_join(settings.MEDIA_ROOT, path))
    except (SuspiciousFileOperation, ValueError):
        raise Http404 from None
    relative = full_path.relative_to(Path(settings.MEDIA_ROOT).absolute()).as_posix()
    if not relative.startswith(PUBLIC_PREFIXES) or not full_path.is_file():
        raise Http404
    response = FileResponse(full_path.open("rb"))
    response.headers["Cache-Control"] = IMMUTABLE
    response.headers["Content-Security-Policy"] = FILE_POLICY
    return response


@require_safe
def belt(request, word, shape):
    """A belt as a band by day or by night, or as a square mark; 404 for the word of no belt."""
    try:
        drawing = _drawing(word, shape)
    except ValueError:
        raise Http404 from None
    response = HttpResponse(drawing, content_type="image/svg+xml")
    response.headers["Cache-Control"] = IMMUTABLE
    response.headers["Content-Security-Policy"] = FILE_POLICY
    return response


@lru_cache(256)
def _drawing(word: str, shape: str) -> str:
    return BELT_SHAPES[shape](belt_of(word))


@require_safe
def document(request, document_id, filename):
    """A document, for whoever may fetch it; closed ones are never stored on the way."""
    now = timezone.now()
    try:
        found = access.document_for(request.user, document_id, filename, now)
    except access.SignInNeeded:
        return errors.sign_in(request)
    try:
        content = found.file.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    downloads.tell(request, [found.pk], now)
    is_pdf = found.file_extension == "pdf"
    response = FileResponse(content, as_attachment=not is_pdf, filename=found.filename)
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Content-Security-Policy"] = FILE_POLICY
    return response


@require_safe
def letter_list(request):
    """The letters that the demo site would have sent."""
    if not settings.IS_DEMO:
        raise Http404
    sent = letters.recent(Path(settings.EMAIL_FILE_PATH))
    return render(request, "core/letter_list.html", {"shell": shell_for(request), "letters": sent})


@require_safe
def letter(request, name: str):
    """One of these letters as a mail program would show it."""
    html = letters.designed(Path(settings.EMAIL_FILE_PATH), name) if settings.IS_DEMO else None
    if html is None:
        raise Http404
    response = HttpResponse(html)
    response.headers["Content-Security-Policy"] = LETTER_POLICY
    response.headers["Cache-Control"] = "private, no-store"
    return response


@require_safe
def style_guide(request):
    """Every component of the design, for whoever builds or demonstrates the site."""
    if not (settings.DEBUG or settings.PROFILE in ("demo", "test")):
        raise Http404
    return render(request, "core/styleguide.html", {"shell": shell_for(request), **samples()})


def closed(request):
    """404: an address that a package brings along and that the site does not answer."""
    raise Http404


@require_safe
def robots(request):
    """What robots may fetch, and where the pages are listed for them."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "",
        f"Sitemap: {settings.SITE_URL}{reverse('sitemap')}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def sitemap_index(request):
    """The parts of the list of pages that everybody may read."""
    parts = range(1, sitemap.number_of_parts(visit_of(request).now) + 1)
    addresses = [settings.SITE_URL + reverse("sitemap-part", args=[part]) for part in parts]
    return _xml(request, "core/sitemap_index.xml", {"addresses": addresses})


@require_safe
def sitemap_part(request, part):
    """One part of that list; 404 where there is none."""
    listed = list(sitemap.entries(visit_of(request).now, int(part)))
    if not listed:
        raise Http404
    return _xml(request, "core/sitemap.xml", {"entries": listed})


def _xml(request, template, context) -> HttpResponse:
    response = render(request, template, context, content_type="application/xml; charset=utf-8")
    response.headers["Cache-Control"] = "public, max-age=600"
    return response


@require_safe
def shared_picture(request, page_id, digest):
    """The drawn picture of a page that everybody may read, as the page is now; else 404."""
    found = Page.objects.filter(pk=page_id).specific().first()
    if not isinstance(found, BasePage):
        raise Http404
    visit = visit_of(request)
    try:
        access.check_page(found, AnonymousUser(), visit.now)
    except access.SignInNeeded:
        raise Http404 from None
    language = code_of(found.locale_id)
    with override(language):
        card = sharing.card_of(found, visit, frame_of(visit, language).site)
    if digest != card.digest:
        raise Http404
    response = HttpResponse(sharing.png_of(card), content_type="image/png")
    response.headers["Cache-Control"] = IMMUTABLE
    # Some who show a link to the page let their readers' browsers fetch the picture from here.
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.headers["Content-Security-Policy"] = FILE_POLICY
    return response
