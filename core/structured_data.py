"""What machines read of a page: pieces in the words of schema.org, as JSON-LD."""

import json

from django.conf import settings
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

# In a page, these letters could end the script or begin another thing.
ESCAPES = {ord(letter): f"\\u{ord(letter):04X}" for letter in "<>&\u2028\u2029"}


def organization(site) -> dict:
    """Who runs the site and how to reach them."""
    piece = {
        "@type": "Organization",
        "name": site.name,
        "url": f"{settings.SITE_URL}/",
        "logo": settings.SITE_URL + static("img/mark.svg"),
        "email": site.email,
        "telephone": site.phone,
        "address": site.address,
    }
    return {name: value for name, value in piece.items() if value}


def website(shell) -> dict:
    """The site in the active language."""
    return {
        "@type": "WebSite",
        "name": shell.site.name,
        "url": settings.SITE_URL + shell.home_url,
        "inLanguage": get_language(),
    }


def breadcrumb_list(shell) -> dict:
    """The way from the front page to the page."""
    way = [*((link.title, link.url) for link in shell.breadcrumbs), (shell.title, shell.address)]
    steps = [
        {
            "@type": "ListItem",
            "position": position,
            "name": name,
            "item": settings.SITE_URL + address,
        }
        for position, (name, address) in enumerate(way, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def as_script(pieces: list[dict]) -> SafeString:
    """The pieces as the content of a script element that nothing in them can leave."""
    graph = {"@context": "https://schema.org", "@graph": pieces}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    # Nothing is left that HTML or a script would read as its own.
    return mark_safe(text.translate(ESCAPES))  # noqa: S308
