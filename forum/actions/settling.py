"""What is said at a page goes with the page into another community."""

from django.db import transaction
from wagtail.models import Page

from forum.access import community_of_page, community_of_section
from forum.models import ForumSectionPage, Review, Topic


def settle_section(*, section: ForumSectionPage):
    """Let the leaders of the section's community moderate all of its topics.

    Topics of a section of the whole municipality keep the community that they were begun for.
    """
    if key := community_of_section(section):
        _give(Topic.objects.in_forum().filter(place_key=section.translation_key), key)


def settle_pages(*, page: Page):
    """Let the leaders of the communities where pages now stand moderate what is said under them."""
    pages = Page.objects.descendant_of(page, inclusive=True)
    talks = Topic.objects.filter(kind=Topic.Kind.COMMENTS)
    for key in talks.filter(place_key__in=pages.values("translation_key")).values_list(
        "place_key", flat=True
    ):
        place = pages.filter(translation_key=key).order_by("pk").first()
        _give(talks.filter(place_key=key), community_of_page(place))


@transaction.atomic
def _give(topics, community_key):
    waiting = Review.objects.filter(closed_at=None, post__topic__in=topics.values("pk"))
    for rows in (waiting, topics):
        rows.exclude(community_key=community_key).update(community_key=community_key)
