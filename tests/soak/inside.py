"""What is asked of the site's own code and database; answers with one line of JSON.

python -m tests.soak.inside prepare | pages | audit | size
"""

import json
import sys

import django


def prepare() -> bool:
    """Migrate the database and fill it with the demo."""
    from django.core.management import call_command

    call_command("prepare")
    call_command("fill_demo")
    return True


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


def audit() -> dict:
    """Whether the tree is whole, and the titles of every revision and page of the articles."""
    from django_tasks_db.models import DBTaskResult
    from wagtail.models import Page, Revision

    from communities.models import ArticlePage

    kept = Revision.objects.page_revisions().values_list("object_id", "object_str")
    unpublished = Page.objects.filter(latest_revision=None, depth__gt=1).count()
    return {
        "problems": [str(found) for found in Page.find_problems() if found],
        "without_revision": unpublished,
        "revisions": [(int(number), title) for number, title in kept],
        "titles": list(ArticlePage.objects.values_list("pk", "title")),
        "tasks": {
            "waiting": DBTaskResult.objects.ready().count(),
            "begun": DBTaskResult.objects.running().count(),
            "failed": DBTaskResult.objects.failed().count(),
        },
    }


def size() -> dict:
    """The queries of public pages while the site is small and when it has grown."""
    from tests.soak import growth

    return growth.compare()


COMMANDS = {command.__name__: command for command in (prepare, pages, audit, size)}


if __name__ == "__main__":
    django.setup()
    print(json.dumps(COMMANDS[sys.argv[1]]()))
