"""Making what is said: few posts through the actions themselves, many as rows alone."""

from contextlib import contextmanager
from copy import copy
from datetime import timedelta
from io import BytesIO

from django.core.files.base import ContentFile
from django.db.models import Max, OuterRef, Subquery
from django.utils import timezone
from django.utils.text import slugify
from PIL import Image
from wagtail.models import Site

from forum.access import page_with_key
from forum.actions import NewPost, begin_topic, comment_on, submit_post
from forum.comments import stored_settings
from forum.models import ForumPage, ForumSectionPage, ForumSettings, Post, PostPicture, Topic
from forum.moderation import Rule
from forum.search import keys_of
from members.models import User
from tests import world

# What many rows are written at once; SQLite takes no more values in one statement.
ROWS_AT_ONCE = 1000
TEXT = "Pie ezera vajadzētu vēl vienu soliņu"


def person(name: str, **fields) -> User:
    """Somebody who is called so in what they write."""
    return world.person(f"{slugify(name)}@example.test", display_name=name, **fields)


def forum(site, **fields) -> ForumPage:
    """The forum below the front page, published."""
    found = ForumPage.objects.child_of(site.home).first()
    return found or world.add(site.home, ForumPage(title="Forums", slug="forums", **fields), True)


def section(forum, title="Ceļi un ielas", *, is_published=True, **fields) -> ForumSectionPage:
    """A section of the forum; `world.translated` makes it live in English."""
    page = ForumSectionPage(title=title, slug=slugify(title), **fields)
    return world.add(forum, page, is_published)


def topic(
    section, title="Vai pie ezera būs soliņi?", author=None, posts=0, *, now=None, **fields
) -> Topic:
    """A topic that somebody began, with so many answers of others; `is_held`, or shown."""
    new, is_held = _new(fields | {"title": title})
    with _rule_of(section, is_held) as place:
        made = begin_topic(
            section=place, person=author or _somebody(), new=new, now=now or _next_moment()
        )
    for _number in range(posts):
        post(made.post.topic, place=section, now=now)
    return _as_kept(made.post.topic, section)


def post(topic, author=None, text=TEXT, *, now=None, place=None, **fields) -> Post:
    """An answer in the topic, or a comment in a page's talk; `is_held`, or shown.

    Other `fields` are those of `NewPost`.
    """
    place = place or getattr(topic, "place", None) or _place_of(topic)
    new, is_held = _new(fields | {"text": text})
    with _rule_of(place, is_held) as topic.place:
        made = submit_post(
            topic=topic, person=author or _somebody(), new=new, now=now or _next_moment()
        )
    topic.refresh_from_db()
    topic.place = place
    return made.post


def comment(page, author=None, text=TEXT, *, now=None, **fields) -> Post:
    """Something said under a page; `is_held`, or shown."""
    new, is_held = _new(fields | {"text": text})
    with _rule_of(page, is_held):
        return comment_on(
            page=page, person=author or _somebody(), new=new, now=now or _next_moment()
        ).post


def picture(post=None, *, now=None, **fields) -> PostPicture:
    """A picture beside the post; beside none yet where none is given."""
    file = BytesIO()
    Image.new("RGB", (60, 40), (31, 77, 58)).save(file, "JPEG")
    kept = ContentFile(file.getvalue(), "attels.jpg")
    return PostPicture.objects.create(
        post=post, file=kept, added_at=now or timezone.now(), **fields
    )


def many_posts(topic: Topic, count: int, author=None) -> Topic:
    """So many more answers in the topic, as rows alone; the topic as it then is."""
    author = author or _somebody()
    now = _next_moment()
    topic.refresh_from_db()
    numbers = range(topic.last_number + 1, topic.last_number + count + 1)
    rows = (_row(topic, author, number, now) for number in numbers)
    last = Post.objects.bulk_create(rows, batch_size=ROWS_AT_ONCE)[-1]
    topic.last_number += count
    topic.post_count += count
    topic.last_post, topic.last_post_at = last, last.shown_at
    topic.save()
    return topic


def many_topics(section, count: int, author=None) -> list[Topic]:
    """So many more topics of one post each, as rows alone, every one a minute older."""
    author = author or _somebody()
    now = _next_moment()
    topics = Topic.objects.bulk_create(
        (_topic_row(section, author, number, now) for number in range(count)),
        batch_size=ROWS_AT_ONCE,
    )
    Post.objects.bulk_create(
        (_row(made, author, 1, made.created_at) for made in topics), batch_size=ROWS_AT_ONCE
    )
    first = Post.objects.filter(topic=OuterRef("pk"), number=1).values("pk")
    here = Topic.objects.filter(place_key=section.translation_key, last_post=None, last_number=1)
    here.update(last_post=Subquery(first))
    return topics


def counters_of(topic: Topic) -> dict:
    """What a topic keeps of its posts, counted anew: what its columns must say."""
    shown = topic.posts.filter(state=Post.State.SHOWN)
    return {
        "last_number": topic.posts.aggregate(last=Max("number"))["last"] or 0,
        "post_count": shown.count(),
        "last_post": shown.order_by("-number").first(),
    }


def _new(fields: dict) -> tuple[NewPost, bool]:
    is_held = fields.pop("is_held", False)
    return NewPost(**{"text": TEXT} | _own_words(fields)), is_held


def _own_words(fields: dict) -> dict:
    """Nobody may say the same twice, so that words that nobody chose are numbered."""
    if fields.get("text", TEXT) != TEXT:
        return fields
    return fields | {"text": f"{TEXT}, jau {Post.objects.count() + 1}. reizi."}


@contextmanager
def _rule_of(place, is_held: bool):
    """Whatever the place asks, its next post is shown at once or waits, as the test wants it."""
    rule = Rule.ALL_HELD if is_held else Rule.AT_ONCE
    if isinstance(place, ForumSectionPage):
        changed = copy(place)
        changed.rule = rule
        yield changed
        return
    settings = stored_settings()
    if settings.pk is None:
        settings = ForumSettings.for_site(Site.objects.get(is_default_site=True))
    usual = settings.rule
    ForumSettings.objects.filter(pk=settings.pk).update(rule=rule)
    yield place
    ForumSettings.objects.filter(pk=settings.pk).update(rule=usual)


def _somebody() -> User:
    return person(f"Kaimiņš {User.objects.count() + 1}")


def _place_of(topic):
    editor = User(is_active=True, is_superuser=True)
    return page_with_key(topic.place_key, editor, timezone.now())


def _as_kept(topic, place) -> Topic:
    kept = Topic.objects.get(pk=topic.pk)
    kept.place = place
    return kept


def _next_moment():
    """An hour after the last post, from a month ago on: nobody writes too fast."""
    now = timezone.now()
    last = Post.objects.aggregate(last=Max("created_at"))["last"] or now - timedelta(days=30)
    return min(last + timedelta(hours=1), now)


def _row(topic, author, number: int, now) -> Post:
    text = f"{TEXT}, {number}. reizi."
    return Post(
        topic=topic,
        number=number,
        author=author,
        text=text,
        html=f"<p>{text}</p>\n",
        state=Post.State.SHOWN,
        search_keys=keys_of(text),
        created_at=now,
        shown_at=now,
    )


def _topic_row(section, author, number: int, now) -> Topic:
    at = now - timedelta(minutes=number)
    title = f"Soliņš numur {number}"
    return Topic(
        place_key=section.translation_key,
        community_key=section.community.translation_key if section.community else None,
        title=title,
        author=author,
        state=Topic.State.SHOWN,
        last_number=1,
        post_count=1,
        last_post_at=at,
        created_at=at,
        search_keys=keys_of(title),
    )
