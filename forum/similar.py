"""Topics that are about the same as one that is about to begin."""

from forum.access import topics_for
from forum.search import similar


def similar_topics(title: str, person, now) -> list:
    """A few topics that the person may read and that share most words with the title."""
    return similar(title, topics_for(person, now)) if title.strip() else []
