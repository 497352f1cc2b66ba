"""What has to be asked inside the site, in a process with its settings; answers are JSON.

python -m tests.bench.inside settings | build | addresses | queries PATH… | enlarge
"""

import json
import os
import sys
from io import BytesIO
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings")

import django  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from django.core.files.images import ImageFile  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.db.models import Count  # noqa: E402
from django.test import Client, override_settings  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from PIL import Image  # noqa: E402
from wagtail.models import Page  # noqa: E402

from communities.models import ArticlePage, CommunitiesIndexPage, CommunityPage  # noqa: E402
from core.models import HubImage  # noqa: E402
from home.models import HomePage  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
ABSENT = "/lv/kopienas/nav-tadas/"
PICTURE_SIZE = (1600, 900)
MANY_COMMUNITIES = 140
MANY_ARTICLES = 1000


def site_settings() -> dict:
    """The settings that the references share with the site."""
    apps = [app for app in settings.INSTALLED_APPS if not _is_own(app)]
    database = settings.DATABASES["default"]
    return {"database": json.loads(json.dumps(database, default=str)), "apps": apps}


def _is_own(app: str) -> bool:
    return (ROOT / app.partition(".")[0]).is_dir()


def build() -> None:
    """Make the demo site in an empty database, its English news with pictures."""
    call_command("prepare")
    call_command("fill_demo")
    for article in _live(ArticlePage, "en").order_by("pk"):
        picture = BytesIO()
        Image.new("RGB", PICTURE_SIZE, (31, 77, 58)).save(picture, "JPEG")
        file = ImageFile(picture, f"{article.slug}.jpg")
        image = HubImage.objects.create(title=article.title, file=file)
        ArticlePage.objects.filter(pk=article.pk).update(picture=image)
    # Whoever sees a picture first waits until it is made in all its sizes: nobody in a benchmark.
    visitor = Client(SERVER_NAME="127.0.0.1")
    for address in _all_addresses():
        visitor.get(address)


def _all_addresses() -> list[str]:
    pages = Page.objects.live().filter(depth__gt=1).order_by("pk")
    return [page.get_url() for page in pages]


def _live(model, language):
    return model.objects.live().filter(locale__language_code=language)


def _measured_community() -> CommunityPage:
    """The community with the most neighbours, of which the page is the fullest."""
    communities = _live(CommunityPage, "lv").annotate(joined=Count("neighbours"))
    return communities.order_by("-joined", "pk").first()


def addresses() -> dict:
    """The pages that are measured, and the addresses of all pages that there are."""
    community = _measured_community()
    article = ArticlePage.objects.child_of(community).live().order_by("pk").first()
    pages = {
        "front page": _live(HomePage, "lv").get(),
        "communities index": _live(CommunitiesIndexPage, "lv").get(),
        "community": community,
        "article": article,
        "front page, pictures": _live(HomePage, "en").get(),
        "article, picture": _live(ArticlePage, "en").get(translation_key=article.translation_key),
    }
    return {
        "pages": {name: page.get_url() for name, page in pages.items()} | {"404": ABSENT},
        "all": _all_addresses(),
    }


def queries(paths: list[str]) -> dict:
    """How many queries each address takes, with nothing kept and when it is kept."""
    with override_settings(PAGE_CACHE_BYTES=0):
        uncached = _counted(paths)
    return {"uncached": uncached, "warm": _counted(paths)}


def _counted(paths: list[str]) -> dict[str, int]:
    visitor = Client(SERVER_NAME="127.0.0.1", HTTP_ACCEPT_ENCODING="gzip")
    counts = {}
    for path in paths:
        # The first visits fill what a process keeps for good: content types, sites, locales.
        for _visit in range(2):
            visitor.get(path)
        with CaptureQueriesContext(connection) as captured:
            visitor.get(path)
        counts[path] = len(captured)
    return counts


@transaction.atomic
def enlarge() -> None:
    """Bring the site to 140 communities and 1,000 news, half of them in the measured one."""
    measured = _measured_community()
    model_article = ArticlePage.objects.child_of(measured).live().order_by("pk").first()
    index = _live(CommunitiesIndexPage, "lv").get()
    names = ("kind", "genitive", "locative", "summary", "centre", "body")
    places = list(_live(CommunityPage, "lv").order_by("pk"))
    for number in range(len(places), MANY_COMMUNITIES):
        copied = {name: getattr(measured, name) for name in names}
        page = CommunityPage(title=f"Kopiena {number}", slug=f"kopiena-{number}", **copied)
        places.append(index.add_child(instance=page))
    names = ("date", "summary", "body", "source_name", "source_url")
    for number in range(_live(ArticlePage, "lv").count(), MANY_ARTICLES):
        copied = {name: getattr(model_article, name) for name in names}
        page = ArticlePage(title=f"Jaunums {number}", slug=f"jaunums-{number}", **copied)
        place = measured if number % 2 else places[number % len(places)]
        place.add_child(instance=page)


def main(arguments: list[str]) -> None:
    """Print the answer to the question that the arguments name."""
    question, *words = arguments
    if question == "queries":
        answer = queries(words)
    else:
        ask = {
            "settings": site_settings,
            "build": build,
            "addresses": addresses,
            "enlarge": enlarge,
        }[question]
        answer = ask()
    print(json.dumps(answer))


if __name__ == "__main__":
    main(sys.argv[1:])
