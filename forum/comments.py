"""Whether a page takes comments: the page says it, or the hub for all pages of its type."""

from django.db.models import Exists, Q
from django.utils import timezone
from wagtail.models import Page

from core.access import rows_of_types
from core.models.pages import Comments, page_types
from core.visit import shared_fact
from forum.models import ForumSettings


@shared_fact
def forum_settings(visit) -> ForumSettings:
    """What editors set for every discussion, asked once for each state of the site."""
    return stored_settings()


def stored_settings() -> ForumSettings:
    """The same as it stands now, for those who write; reading it never makes a row."""
    return ForumSettings.objects.filter(site__is_default_site=True).first() or ForumSettings()


def shows_comments(page, settings: ForumSettings) -> bool:
    """Whether there is talk under the page at all."""
    if not page.comments:
        return page.usually_takes_comments and settings.comments_open
    return page.comments == Comments.OPEN


def silent_keys():
    """The keys of the pages under which there is no talk at all, for a query."""
    usual, others = [], []
    for model in page_types():
        (usual if model.usually_takes_comments else others).append(model)
    silent = Q(pk__in=rows_of_types("comments", [Comments.SHUT]))
    silent |= Q(pk__in=rows_of_types("comments", [""], others))
    off = ForumSettings.objects.filter(site__is_default_site=True, comments_open=False)
    silent |= Q(Exists(off), pk__in=rows_of_types("comments", [""], usual))
    return Page.objects.filter(silent).values("translation_key")


def takes_comments(page, settings: ForumSettings, now) -> bool:
    """Whether something can be said under the page at this moment."""
    is_over = page.comments_until and timezone.localdate(now) > page.comments_until
    return shows_comments(page, settings) and not is_over
