"""Which communities people can call their home."""

from uuid import UUID

from django.conf import settings

from communities.models import CommunityPage
from core.audience import Audience


def homes(language: str) -> list[tuple[UUID, str]]:
    """Key and title of all communities that everybody can see, in alphabetical order.

    A community that is not on the site in the language goes by its Latvian title.
    """
    seen = CommunityPage.objects.live().filter(audience=Audience.EVERYONE)
    rows = seen.order_by("sort_key", "pk").values_list(
        "translation_key", "title", "locale__language_code"
    )
    titles = {key: title for key, title, code in rows if code == settings.LANGUAGE_CODE}
    titles |= {key: title for key, title, code in rows if code == language and key in titles}
    return list(titles.items())
