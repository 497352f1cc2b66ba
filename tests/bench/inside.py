"""What has to be asked inside the site, in a process with its settings; answers are JSON.

python -m tests.bench.inside settings | build | addresses | growing | queries PATH… | enlarge
"""

import json
import os
import sys
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from urllib.parse import urlencode

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
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402
from django.utils.translation import override  # noqa: E402
from PIL import Image  # noqa: E402
from wagtail.models import Page  # noqa: E402

from communities.models import ArticlePage, CommunitiesIndexPage, CommunityPage  # noqa: E402
from core.models import HubImage  # noqa: E402
from events.models import CalendarPage, EventPage  # noqa: E402
from forum.models import ForumPage, ForumSectionPage, Topic  # noqa: E402
from home.models import HomePage  # noqa: E402
from library.models import LibraryPage  # noqa: E402
from tests.events import making as events  # noqa: E402
from tests.forum import making  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
ABSENT = "/lv/kopienas/nav-tadas/"
PICTURE_SIZE = (1600, 900)
MANY_COMMUNITIES = 140
MANY_ARTICLES = 1000
# What is said in the measured section of the forum, and how much of it on the large site.
SECTION = "Mērījums"
TOPICS, MANY_TOPICS = 40, 100_000
POSTS, MANY_POSTS = 20, 20_000
# Events around today, and on the large site of five years, with series of a hundred times each.
SEARCHED = "darbnīcas pagastā"
EVENT = "Mērīts pasākums"
EVENTS, MANY_EVENTS, MANY_SERIES = 100, 98_000, 2_000
GROWING = ("front page", "communities index", "community", "forum", "forum section")
GROWING += ("calendar month", "event")


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
    section = making.section(_live(ForumPage, "lv").get(), SECTION)
    making.many_posts(making.many_topics(section, TOPICS)[0], POSTS - 1)
    event = events.event(_live(CalendarPage, "lv").get(), EVENT, timezone.localdate())
    _spread(event, EVENTS, 60)
    # Whoever sees a picture first waits until it is made in all its sizes: nobody in a benchmark.
    visitor = Client(SERVER_NAME="127.0.0.1")
    for address in _all_addresses():
        visitor.get(address)


def _spread(event: EventPage, count: int, days: int) -> None:
    """So many more events like this one, on all days around today."""
    today = timezone.localdate()
    events.many_events(
        event, [[today + timedelta(days=each % days - days // 2)] for each in range(count)]
    )


def _series(event: EventPage, count: int) -> None:
    """So many more events that come every week, half of their times before today."""
    today = timezone.localdate()
    first = [today + timedelta(days=each % 7 - 350) for each in range(count)]
    weeks = [timedelta(weeks=week) for week in range(100)]
    events.many_events(event, [[day + week for week in weeks] for day in first])


def _all_addresses() -> list[str]:
    pages = Page.objects.live().filter(depth__gt=1).order_by("pk")
    return [page.get_url() for page in pages]


def _live(model, language):
    return model.objects.live().filter(locale__language_code=language)


def _measured_community() -> CommunityPage:
    """The community with the most neighbours, of which the page is the fullest."""
    communities = _live(CommunityPage, "lv").annotate(joined=Count("neighbours"))
    return communities.order_by("-joined", "pk").first()


def _measured_section() -> ForumSectionPage:
    return _live(ForumSectionPage, "lv").get(title=SECTION)


def _measured_topic() -> Topic:
    """The topic of the section in which most was said."""
    return Topic.objects.filter(place_key=_measured_section().translation_key).latest("post_count")


def _measured_event() -> EventPage:
    return _live(EventPage, "lv").filter(title=EVENT).order_by("pk").first()


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
        "forum": _live(ForumPage, "lv").get(),
        "forum section": _measured_section(),
        "calendar month": _live(CalendarPage, "lv").get(),
        "event": _measured_event(),
        "library": _live(LibraryPage, "lv").get(),
    }
    others = {
        "forum topic": _pages_of_topic()["forum topic, first page"],
        "search": _search(),
        "404": ABSENT,
    }
    return {
        "pages": {name: page.get_url() for name, page in pages.items()} | others,
        "all": _all_addresses(),
    }


def _search() -> str:
    with override("lv"):
        return f"{reverse('search')}?{urlencode({'q': SEARCHED})}"


def growing() -> dict[str, str]:
    """The pages that are measured on the site as it is and on a large one."""
    pages = addresses()["pages"]
    return {name: pages[name] for name in (*GROWING, "search")} | _pages_of_topic()


def _pages_of_topic() -> dict[str, str]:
    topic = _measured_topic()
    middle, last = max(1, topic.page_count // 2), topic.page_count
    with override("lv"):
        address = topic.get_absolute_url()
        post = topic.posts.get(number=topic.last_number // 2)
        permalink = reverse("forum:post-detail", args=[post.pk])
    return {
        "forum topic, first page": address,
        "forum topic, middle page": address if middle == 1 else f"{address}?page={middle}",
        "forum topic, last page": address if last == 1 else f"{address}?page={last}",
        "forum topic, permalink": permalink,
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
    """Bring the site to 140 communities and 1,000 news, half of them in the measured one.

    The measured section gets 100,000 topics, the topic in it 20,000 posts, the calendar 100,000
    events, 2,000 of which come again and again.
    """
    making.many_posts(_measured_topic(), MANY_POSTS - POSTS)
    making.many_topics(_measured_section(), MANY_TOPICS - TOPICS)
    _spread(_measured_event(), MANY_EVENTS - EVENTS, 1500)
    _series(_measured_event(), MANY_SERIES)
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
            "growing": growing,
            "enlarge": enlarge,
        }[question]
        answer = ask()
    print(json.dumps(answer))


if __name__ == "__main__":
    main(sys.argv[1:])
