"""Communities and their news in the words of schema.org."""

from datetime import datetime, time

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language

from core.structured_data import organization


def place(page, shell) -> dict:
    """A community as a place, with the coordinates of its centre."""
    kinds = {page.Kind.TOWN: "City", page.Kind.PARISH: "AdministrativeArea"}
    piece = {
        "@type": kinds[page.kind],
        "name": page.title,
        "url": settings.SITE_URL + page.url_path,
    }
    if page.summary:
        piece["description"] = page.summary
    if page.latitude is not None and page.longitude is not None:
        piece["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": float(page.latitude),
            "longitude": float(page.longitude),
        }
    return piece


def news_article(page, shell) -> dict:
    """A piece of news; it is of noon of its day, because nobody says a time."""
    publisher = organization(shell.site)
    piece = {
        "@type": "NewsArticle",
        "headline": page.title,
        "url": settings.SITE_URL + page.url_path,
        "datePublished": noon_of(page.date).isoformat(),
        "inLanguage": get_language(),
        "author": publisher,
        "publisher": publisher,
    }
    if page.last_published_at:
        changed_at = timezone.localtime(page.last_published_at)
        piece["dateModified"] = changed_at.isoformat(timespec="seconds")
    if page.summary:
        piece["description"] = page.summary
    if shell.meta and shell.meta.picture:
        piece["image"] = [shell.meta.picture.url]
    if page.source_url:
        piece["isBasedOn"] = page.source_url
    return piece


def noon_of(day) -> datetime:
    """Noon of the day where the site is at home."""
    return timezone.make_aware(datetime.combine(day, time(12)))
