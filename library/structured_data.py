"""Resources in the words of schema.org."""

from django.conf import settings
from django.utils import timezone

LICENCES = {
    "cc0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "cc-by": "https://creativecommons.org/licenses/by/4.0/",
    "cc-by-sa": "https://creativecommons.org/licenses/by-sa/4.0/",
    "cc-by-nc": "https://creativecommons.org/licenses/by-nc/4.0/",
}


def resource(page, shell) -> dict:
    """A resource as a creative work, its files as digital documents."""
    languages = [page.language] if page.language in dict(settings.LANGUAGES) else None
    piece = {
        "@type": "CreativeWork",
        "name": page.title,
        "url": settings.SITE_URL + page.url_path,
        "description": page.summary,
        "inLanguage": languages,
        "author": {"@type": "Organization", "name": page.author} if page.author else None,
        "copyrightYear": page.year,
        "license": LICENCES.get(page.licence),
        "keywords": [topic.label for topic in page.shared_topics],
        "hasPart": [_document(file) for file in page.shared_files],
        "isBasedOn": [link.url for link in page.shared_links],
    }
    if page.last_published_at:
        changed_at = timezone.localtime(page.last_published_at)
        piece["dateModified"] = changed_at.isoformat(timespec="seconds")
    return {name: value for name, value in piece.items() if value}


def _document(file) -> dict:
    piece = {
        "@type": "DigitalDocument",
        "name": file.name,
        "url": settings.SITE_URL + file.url,
        "fileFormat": file.format,
    }
    return {name: value for name, value in piece.items() if value}
