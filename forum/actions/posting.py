"""How something is said: judged, kept, and shown or left for a moderator."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from communities.models import CommunityPage
from forum import notices, writing
from forum.access import (
    community_of_page,
    community_of_section,
    may_begin_topics,
    may_write,
    office_of,
)
from forum.actions.following import follow
from forum.actions.mentioning import keep_mentions
from forum.actions.showing import locked, publish
from forum.comments import stored_settings, takes_comments
from forum.languages import language_of
from forum.models import (
    ForumSectionPage,
    Post,
    PostPicture,
    Review,
    TaggedTopic,
    Topic,
    TopicTag,
)
from forum.models.topics import TAG_LETTERS, TAGS
from forum.moderation import (
    SAME_WORDS_FOR,
    Draft,
    Outcome,
    Rule,
    SectionRule,
    Verdict,
    WordList,
    fingerprint,
    judge,
)
from forum.search import keys_of
from forum.standing import author_of
from forum.wording import refusal_of
from members.models import User
from members.pending import Refused


@dataclass(frozen=True)
class NewPost:
    """What somebody wants to say; `submission` is the same however often the form is sent."""

    text: str
    language: str = "lv"
    submission: UUID = field(default_factory=uuid4)
    reply_to: int | None = None
    pictures: tuple[UUID, ...] = ()
    is_official: bool = False
    follows: bool = False
    speaker: str = ""
    title: str = ""
    tags: tuple[str, ...] = ()
    community_key: UUID | None = None


@dataclass(frozen=True)
class Submitted:
    """A post as it was kept, and what was judged of it."""

    post: Post
    verdict: Verdict | None


@transaction.atomic
def submit_post(*, topic: Topic, person: User, new: NewPost, now: datetime) -> Submitted:
    """Say something in a topic; raises Refused, with the words for whoever wrote it.

    `topic.place` is the page that the topic stands at. What was sent before is not said twice.
    """
    _one_at_a_time(person)
    if found := _sent_before(new):
        return found
    new = _told_apart(new)
    topic = _current(topic)
    _check_open(topic, person, now)
    verdict = _judge(topic.place, topic.community_key, person, new, now, begins_topic=False)
    post = _keep(topic, person, new, now)
    return _go_on(post, verdict, person, new, now)


@transaction.atomic
def begin_topic(
    *, section: ForumSectionPage, person: User, new: NewPost, now: datetime
) -> Submitted:
    """Begin a topic in a section of the forum with its first post; raises Refused."""
    _one_at_a_time(person)
    if found := _sent_before(new):
        return found
    new = _told_apart(new)
    community_key = community_of_section(section) or _known_community(new.community_key)
    if not may_begin_topics(person, section):
        raise Refused(_("Topics are begun here by editors alone. You can answer in any of them."))
    verdict = _judge(section, community_key, person, new, now, begins_topic=True)
    topic = Topic(
        place_key=section.translation_key,
        community_key=community_key,
        title=new.title,
        language=language_of(f"{new.title} {new.text}", new.language),
        author=None if new.speaker else person,
        last_post_at=now,
        created_at=now,
        search_keys=keys_of(new.title, *new.tags),
    )
    topic.save()
    topic.place = section
    _tag(topic, new.tags)
    post = _keep(topic, person, new, now)
    return _go_on(post, verdict, person, new, now)


@transaction.atomic
def comment_on(*, page, person: User, new: NewPost, now: datetime) -> Submitted:
    """Say something under a page that takes comments; raises Refused."""
    if found := _sent_before(new):
        return found
    _check_takes_comments(page, now)
    topic = talk_under(page, now)
    return submit_post(topic=topic, person=person, new=new, now=now)


def talk_under(page, now) -> Topic:
    """The topic of the page, begun when it is first needed."""
    topic, _created = Topic.objects.get_or_create(
        kind=Topic.Kind.COMMENTS,
        place_key=page.translation_key,
        defaults={
            "state": Topic.State.SHOWN,
            "community_key": community_of_page(page),
            "last_post_at": now,
            "created_at": now,
        },
    )
    topic.place = page
    return topic


def _sent_before(new: NewPost) -> Submitted | None:
    """What came of the same form with the same words; None for words that are not kept yet."""
    post = Post.objects.select_related("topic").filter(submission=new.submission).first()
    is_same = post and (post.text == new.text or post.versions.filter(text=new.text).exists())
    return Submitted(post, None) if is_same else None


def _told_apart(new: NewPost) -> NewPost:
    """Whoever goes back, writes other words and sends the form again has said something else."""
    is_taken = Post.objects.filter(submission=new.submission).exists()
    return replace(new, submission=uuid4()) if is_taken else new


def _one_at_a_time(person):
    """What one person sends at once is judged one after the other; Refused for one who is gone."""
    # Letters to the person may be queued meanwhile; their key does not change.
    rows = User.objects.select_for_update(no_key=True).filter(pk=person.pk, is_active=True)
    if rows.values_list("pk").first() is None:
        raise Refused(_("This account is closed. Write to the editors if that is a mistake."))


def _current(topic) -> Topic:
    # Nobody merges it into another before the post is there.
    place, topic = topic.place, locked(topic.pk)
    topic.place = place
    return topic


def _check_open(topic, person, now):
    if topic.kind == Topic.Kind.COMMENTS:
        _check_takes_comments(topic.place, now)
    if not may_write(person, topic):
        raise Refused(_("This topic has been closed. What you typed is below: copy it if needed."))


def _check_takes_comments(page, now):
    if not takes_comments(page, stored_settings(), now):
        raise Refused(_("Nothing more can be said under this page. What you typed is below."))


def _known_community(key):
    known = CommunityPage.objects.filter(translation_key=key) if key else None
    return key if known is not None and known.exists() else None


def _judge(place, community_key, person, new: NewPost, now, *, begins_topic: bool) -> Verdict:
    settings = stored_settings()
    author = author_of(person, community_key, now, trusted_after=settings.trusted_after)
    mark = fingerprint(new.text)
    others = Post.objects.filter(fingerprint=mark, created_at__gt=now - SAME_WORDS_FOR)
    draft = Draft(
        text=new.text,
        title=new.title,
        tags=new.tags,
        language=language_of(new.text, new.language),
        fingerprint=mark,
        pictures=len(new.pictures),
        begins_topic=begins_topic,
        said_by_others=others.exclude(author=person).count() if mark else 0,
    )
    verdict = judge(draft, author, rule_of(place, settings), words_of(settings), now)
    if verdict.outcome == Outcome.REFUSE:
        raise Refused(refusal_of(verdict.causes))
    return verdict


def rule_of(place, settings) -> SectionRule:
    """What the place asks before a post appears: a section its own rule, other pages the hub's."""
    asks = place if isinstance(place, ForumSectionPage) else settings
    return SectionRule(Rule(asks.rule), asks.first_held)


def words_of(settings) -> WordList:
    """The editors' lists of words."""
    lists = (settings.words, settings.refused_words)
    held, refused = (tuple(filter(None, map(str.strip, text.splitlines()))) for text in lists)
    return WordList(held, refused)


def _keep(topic, person, new: NewPost, now) -> Post:
    post = _row(topic, person, new, now)
    try:
        with transaction.atomic():
            post.save()
    except IntegrityError:
        # The same form, sent twice at the same moment.
        return Post.objects.select_related("topic").get(submission=new.submission)
    post.is_fresh = True
    PostPicture.objects.filter(key__in=new.pictures, post=None).update(post=post)
    keep_mentions(post)
    return post


def _row(topic, person, new: NewPost, now) -> Post:
    html = writing.render(new.text)
    is_helped = bool(new.speaker)
    replied = topic.posts.with_place().filter(pk=new.reply_to).first() if new.reply_to else None
    office = office_of(person, topic.community_key) if new.is_official and not is_helped else ""
    return Post(
        topic=topic,
        author=None if is_helped else person,
        speaker=new.speaker,
        helper=person if is_helped else None,
        helped_consent_at=now if is_helped else None,
        reply_to=replied,
        text=new.text,
        html=html,
        language=language_of(new.text, new.language),
        office=office,
        submission=new.submission,
        fingerprint=fingerprint(new.text),
        search_keys=keys_of(new.title, *new.tags, writing.plain_text(html)),
        created_at=now,
    )


def _go_on(post, verdict, person, new, now) -> Submitted:
    """Show the post, or leave it for a moderator."""
    if not getattr(post, "is_fresh", False):
        return Submitted(post, None)
    if new.follows and not new.speaker:
        follow(person=person, key=post.topic.key, now=now)
    if verdict.outcome == Outcome.PUBLISH:
        publish(post, now)
    else:
        review = open_review(post, Review.Kind.NEW, now, causes=verdict.causes)
        notices.review_opened(review, now)
    return Submitted(post, verdict)


def open_review(post: Post, kind: str, now, *, causes=(), version=None) -> Review:
    """Put the post into the queue; the one that waits already where there is one."""
    review, _created = Review.objects.get_or_create(
        post=post,
        kind=kind,
        closed_at=None,
        defaults={
            "community_key": post.topic.community_key,
            "opened_at": now,
            "causes": [str(cause) for cause in causes],
            "version": version,
        },
    )
    return review


def _tag(topic: Topic, names):
    for name in names[:TAGS]:
        tag = TopicTag.objects.filter(name__iexact=name).first()
        if tag is None:
            tag = TopicTag(name=name[:TAG_LETTERS])
            tag.save()
        TaggedTopic.objects.get_or_create(content_object=topic, tag=tag)
