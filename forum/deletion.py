"""What is not deleted because something was said there: communities, and sections of the forum."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from communities.deletion import DeletionRefused
from forum.models import ForumSectionPage, Topic


class SectionHasTopics(DeletionRefused):
    """Somebody tried to delete a section of the forum in which topics stand."""

    def __init__(self, page, count: int):
        super().__init__(f"page {page.pk} is a section with topics")
        self.page, self.count = page, count

    def message(self) -> str:
        """What the person is told: what stands there, and what to do."""
        return _(
            "%(section)s was not deleted, because this stands in it: %(topics)s. "
            "Move the topics first, or take the section off the site instead."
        ) % {"section": self.page.title, "topics": _topics_in_words(self.count)}

    def place(self) -> str:
        """Where the section stands."""
        return reverse("wagtailadmin_explore", args=[self.page.get_parent().pk])


def refuse_with_topics(page):
    """Raise SectionHasTopics when what was said in the section would be read nowhere any more."""
    if page.source:
        # A translation goes alone, and its topics stay where it was translated from.
        return
    count = _there().filter(place_key=page.translation_key).count()
    if count:
        raise SectionHasTopics(page, count)


def topics_of_community(key) -> str:
    """What of the forum hangs on the community with the key, in words."""
    return _topics_in_words(_there().in_forum().filter(community_key=key).count())


def sections_of_community(key) -> str:
    """How many sections of the forum the community has, in words."""
    sections = ForumSectionPage.objects.filter(community__translation_key=key)
    count = sections.values("translation_key").distinct().count()
    words = ngettext("%d section of the forum", "%d sections of the forum", count)
    return words % count if count else ""


def _topics_in_words(count: int) -> str:
    return ngettext("%d topic", "%d topics", count) % count if count else ""


def _there():
    return Topic.objects.exclude(state=Topic.State.DELETED)
