"""What is asked of the site's own code and database: one word in, one line of JSON out."""

import json
import re
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta

import django

MOST_TURNS = 10
KILLED_ROUNDS = 20
TALK = "Slodzes saruna"


def prepare() -> dict:
    """Migrate the database, fill it with the demo, do the work that this has queued."""
    from django.core.management import call_command

    call_command("prepare")
    call_command("fill_demo")
    return _work_off(datetime.now(UTC))


def catch_up() -> dict:
    """The queued work that is left once the leases of killed processes are over."""
    from core import jobs

    return _work_off(datetime.now(UTC) + jobs.LEASE + timedelta(minutes=1))


def _work_off(now: datetime) -> dict:
    from django_tasks_db.models import DBTaskResult

    from core import jobs

    for _ in range(MOST_TURNS):
        jobs.run_due(now)
        if not DBTaskResult.objects.ready().exists():
            break
    return {
        "waiting": DBTaskResult.objects.ready().count(),
        "begun": DBTaskResult.objects.running().count(),
        "failed": DBTaskResult.objects.failed().count(),
    }


def pages() -> dict:
    """The live Latvian articles as (number, address, title), and every public address."""
    from wagtail.models import Page

    from communities.models import ArticlePage

    articles = ArticlePage.objects.live().filter(locale__language_code="lv").order_by("pk")
    public = Page.objects.live().filter(depth__gt=1).order_by("pk")
    return {
        "articles": [(page.pk, page.get_url(), page.title) for page in articles],
        "addresses": [page.get_url() for page in public],
    }


def calendars() -> list[dict]:
    """In each language the calendar's page, and the addresses of all that people can follow."""
    from django.conf import settings
    from django.urls import reverse
    from django.utils.translation import override

    from communities.models import CommunityPage
    from core.audience import Audience
    from events.models import CalendarPage, EventKind, EventPage

    now, found = datetime.now(UTC), []
    for code, _name in settings.LANGUAGES:
        spoken = {"locale__language_code": code}
        places = CommunityPage.objects.open_to([Audience.EVERYONE], now).filter(**spoken)
        slugs = places.order_by("pk").values_list("slug", flat=True)
        kinds = EventKind.objects.filter(is_used=True).order_by("pk").values_list("slug", flat=True)
        events = EventPage.objects.open_to([Audience.EVERYONE], now).filter(**spoken)
        keys = events.order_by("pk").values_list("translation_key", "url_path")
        with override(code):
            followed = [(reverse("events:hub-calendar"), "")]
            for name, words in (("community", slugs), ("kind", kinds)):
                followed += [
                    (reverse(f"events:{name}-calendar", args=[slug]), f"&{name}={slug}")
                    for slug in words
                ]
            single = [(reverse("events:event-calendar", args=[key]), path) for key, path in keys]
        page = CalendarPage.objects.live().get(**spoken).url_path
        found.append({"page": page, "calendars": followed, "events": single})
    return found


def begin_talk() -> dict:
    """A topic in which everybody may talk at once: where one answers, and what is read."""
    from django.urls import reverse
    from django.utils.translation import override

    from forum.models import ForumPage
    from forum.moderation import Rule
    from tests.forum import making

    forum = ForumPage.objects.live().filter(locale__language_code="lv").get()
    section = making.section(forum, TALK, rule=Rule.AT_ONCE)
    topic = making.topic(section, TALK)
    with override("lv"):
        pages = [section.get_url(), topic.get_absolute_url(), forum.get_url()]
        return {"answer": reverse("forum:post-create", args=[topic.pk]), "pages": pages}


def said() -> dict:
    """How often each mark was said in the topic, and what its counters get wrong."""
    from forum.models import Topic
    from tests.forum import making

    topic = Topic.objects.get(title=TALK)
    marks = Counter(
        mark
        for text in topic.posts.values_list("text", flat=True)
        for mark in re.findall(r"saruna-\d+-beigas", text)
    )
    counted = making.counters_of(topic)
    faults = [name for name, value in counted.items() if getattr(topic, name) != value]
    numbers = topic.posts.exclude(number=None).order_by("number").values_list("number", flat=True)
    if list(numbers) != list(range(1, topic.last_number + 1)):
        faults.append("the numbers have gaps")
    return {"marks": marks, "faults": faults}


def begin_seats() -> dict:
    """Events with few seats and people who want them: where one signs up."""
    from tests.soak import seating

    return seating.begin()


def seats() -> dict:
    """Who has seats and who waits at each of these events."""
    from tests.soak import seating

    return seating.kept()


def overbook() -> int:
    """How many have seats where nothing guards them."""
    from tests.soak import seating

    return seating.overbook()


def audit() -> dict:
    """What is wrong with the tree, and the titles of every revision and of every article."""
    from wagtail.models import Page, Revision

    from communities.models import ArticlePage

    kept = Revision.objects.page_revisions().values_list("object_id", "object_str")
    return {
        "problems": [str(found) for found in Page.find_problems() if found],
        "revisions": [(int(number), title) for number, title in kept],
        "titles": list(ArticlePage.objects.values_list("pk", "title")),
    }


def size() -> dict:
    """The queries of public pages while the site is small and when it has grown."""
    from tests.soak import growth

    return growth.compare()


def post() -> dict:
    """What became of letters whose senders were killed, for each way that letters take."""
    from django.conf import settings

    from tests.soak import post

    smtp = post.over_smtp(KILLED_ROUNDS)
    post.forget()
    return {
        "over_smtp": smtp,
        "into_files": post.into_files(KILLED_ROUNDS, settings.VAR_ROOT / "mail-soak"),
    }


def search(small: str, posts: str, entries: str) -> tuple:
    """How long a search takes among few and among many posts and pages, and how hostile ones do."""
    from tests.soak import searching

    return searching.compare(int(small), int(posts), int(entries))


def search_faults() -> list[str]:
    """What is wrong with the index of the pages."""
    from tests.soak import searching

    return searching.faults()


COMMANDS = {
    command.__name__: command
    for command in (
        prepare,
        pages,
        calendars,
        begin_talk,
        said,
        begin_seats,
        seats,
        overbook,
        audit,
        catch_up,
        size,
        post,
        search,
        search_faults,
    )
}


if __name__ == "__main__":
    django.setup()
    print(json.dumps(COMMANDS[sys.argv[1]](*sys.argv[2:])))
