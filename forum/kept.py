"""What the discussions keep about people."""

from django.db.models import Q
from django.utils.translation import gettext as _

from core import stamp
from forum import writing
from forum.actions import delete_post
from forum.actions.changing import forget_title, forget_words
from forum.actions.showing import locked
from forum.models import (
    Decision,
    DutyTurn,
    Objection,
    Post,
    PostVersion,
    Review,
    Topic,
)
from forum.moderation import fingerprint
from forum.search import keys_of_post, keys_of_topic
from members.privacy import Holder
from members.privacy.mentions import forget_mentions, names_of


def export(person) -> dict:
    """What the person said, followed, read and reported, and what was decided about it."""
    about = Decision.objects.filter(person=person).order_by("pk")
    objections = Objection.objects.filter(decision__person=person).order_by("pk")
    return {
        "posts": [_exported(post) for post in _posts_of(person)],
        "topics": list(
            Topic.objects.filter(author=person)
            .order_by("pk")
            .values("title", "state", "place_key", "community_key", "created_at")
        ),
        "named_in": list(
            person.mentions.order_by("pk").values("post", "post__topic__title", "post__created_at")
        ),
        "reports": list(
            person.reports.order_by("pk").values(
                "post", "reason__name_en", "note", "outcome", "made_at"
            )
        ),
        "follows": list(person.followings.order_by("pk").values("key", "wish", "since")),
        "read": list(person.readings.order_by("pk").values("topic__title", "number", "read_at")),
        "decisions": list(about.values("kind", "post", "made_at", "reason__rule_en", "note")),
        "objections": list(
            objections.values("decision__kind", "text", "made_at", "outcome", "decided_at", "note")
        ),
        "blocks": list(person.blocks.order_by("pk").values("begins_at", "ends_at")),
        "moderated": list(
            Decision.objects.filter(made_by=person).order_by("pk").values("kind", "made_at")
        ),
        "turns_on_duty": list(
            DutyTurn.objects.filter(Q(person=person) | Q(backup=person))
            .order_by("pk")
            .values("first_date", "last_date")
        ),
    }


def _posts_of(person):
    mine = Post.objects.filter(Q(author=person) | Q(helper=person))
    return mine.select_related("topic").prefetch_related("versions", "pictures").order_by("pk")


def _exported(post) -> dict:
    return {
        "number": post.pk,
        "topic": post.topic.title,
        "page": post.topic.place_key,
        "state": post.state,
        "text": post.text,
        "language": post.language,
        "said_by": post.speaker,
        "written_at": post.created_at,
        "shown_at": post.shown_at,
        "edited_at": post.edited_at,
        "versions": [
            {"text": each.text, "state": each.state, "made_at": each.made_at}
            for each in post.versions.all()
        ],
        "pictures": [picture.alt for picture in post.pictures.all()],
    }


def erase(person, now):
    """Leave what others may read, without a name; forget the rest.

    What never was shown, or was taken away, loses its words; of what is shown the newest words
    stay, without the names that the person goes by.
    """
    _forget_posts(person, now)
    for rows in (person.mentions, person.followings, person.readings, person.blocks):
        rows.all().delete()
    person.reports.update(note="")
    objections = Objection.objects.filter(decision__person=person)
    # Nobody is left to hear of what is not decided yet.
    Review.objects.filter(objection__in=objections.filter(outcome=Objection.Outcome.OPEN)).delete()
    objections.update(text="")
    names = names_of(person)
    for rows in (Decision.objects.filter(person=person), objections):
        forget_mentions(rows, names, texts=["note"])
    DutyTurn.objects.filter(person=person).delete()
    DutyTurn.objects.filter(backup=person).update(backup=None)
    stamp.bump()


def _forget_posts(person, now):
    mine = Post.objects.filter(author=person)
    held = mine.filter(state=Post.State.HELD)
    # All topics first, as everybody does who writes in one.
    for pk in sorted(set(held.values_list("topic", flat=True))):
        locked(pk)
    for post in held:
        delete_post(post=post, now=now)
    for post in mine.filter(state__in=[Post.State.HIDDEN, Post.State.REFUSED]):
        forget_words(post)
        if post.begins_topic:
            forget_title(post.topic_id)
    PostVersion.objects.filter(post__author=person).delete()
    names = names_of(person)
    topics = Topic.objects.filter(author=person)
    forget_mentions(topics, names, texts=["title"])
    for topic in topics:
        Topic.objects.filter(pk=topic.pk).update(search_keys=keys_of_topic(topic))
    before = dict(mine.values_list("pk", "text"))
    forget_mentions(mine, names, texts=["text"])
    changed = [post for post in mine if post.text != before[post.pk]]
    _write_anew([*changed, *_without_quoted_name(person)])


def _without_quoted_name(person):
    """Posts of others that quote the person; the site itself wrote there who said it."""
    if not person.display_name:
        return
    quoted = writing.quotation("", person.display_name).splitlines()[0]
    nobody = writing.quotation("", _("Deleted user")).splitlines()[0]
    for rows in (Post.objects, PostVersion.objects):
        for row in rows.filter(text__contains=quoted):
            row.text = row.text.replace(quoted, nobody)
            yield row


def _write_anew(rows):
    for row in rows:
        row.html = writing.render(row.text)
        columns = ["text", "html"]
        if isinstance(row, Post):
            row.search_keys, row.fingerprint = keys_of_post(row), fingerprint(row.text)
            columns += ["search_keys", "fingerprint"]
        row.save(update_fields=columns)


HOLDER = Holder(
    "discussion",
    export,
    erase,
    tables=(
        "forum.Block",
        "forum.Decision",
        "forum.DutyTurn",
        "forum.Following",
        "forum.Mention",
        "forum.Objection",
        "forum.Post",
        "forum.PostVersion",
        "forum.Reading",
        "forum.Report",
        "forum.Review",
        "forum.Topic",
    ),
)
