"""Where things that are said stand, in the active language."""

from core.models import BasePage
from forum.models import Topic
from forum.models.topics import POSTS_PER_PAGE


def address_of_talk(topic, number: int = 1, post: int = 0) -> str:
    """Where a post with this number stands, in the active language; the place without any post."""
    page, anchor = page_of_number(number), f"#p{post}" if post else "#talk"
    if topic.kind == Topic.Kind.FORUM:
        base, name = topic.get_absolute_url(), "page"
        anchor = anchor if post else ""
    else:
        base, name = topic.place.url_path, "comments"
    return f"{base}?{name}={page}{anchor}" if page > 1 else f"{base}{anchor}"


def title_of(thing) -> str:
    """What is followed, as its readers call it."""
    return thing.title or thing.place.title


def place_of(thing) -> str:
    """Where what is followed stands."""
    return thing.url_path if isinstance(thing, BasePage) else address_of_talk(thing)


def page_of_number(number: int) -> int:
    """The page on which the post with this number stands."""
    return (max(number, 1) - 1) // POSTS_PER_PAGE + 1
