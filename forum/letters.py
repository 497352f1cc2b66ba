"""The notices and letters of the discussions: their kinds, and what the letters say."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from forum import telling
from forum.access import decision_word, may_moderate_anything
from forum.comments import stored_settings
from forum.models import Decision, Review
from notifications import kinds, links, notices
from notifications.notices import Category, NoticeKind

QUEUE_GROUP = "forum-queue"

MENTIONS = Category("mentions", _("When somebody names me"))
ANSWERS = Category("answers", _("Answers to me"))
FOLLOWING = Category("followed", _("What I follow"))
OWN = Category("own", _("What becomes of my posts and reports"))
MODERATION = Category("moderation", _("Moderation: what waits"), concerns=may_moderate_anything)
RIGHTS = Category("rights", _("Decisions about my posts"), is_necessary=True)


def _said(words):
    """How several of a group are said in one sentence."""
    return lambda count, group: words % {"count": count, "group": group}


MENTION = NoticeKind(
    telling.MENTION,
    MENTIONS,
    telling.posts_in_words,
    _said(
        ngettext_lazy(
            "%(count)d post names you in “%(group)s”",
            "%(count)d posts name you in “%(group)s”",
            "count",
        )
    ),
)
ANSWER = NoticeKind(
    telling.ANSWER,
    ANSWERS,
    telling.posts_in_words,
    _said(
        ngettext_lazy(
            "%(count)d answer to you in “%(group)s”",
            "%(count)d answers to you in “%(group)s”",
            "count",
        )
    ),
)
FOLLOWED = NoticeKind(
    telling.FOLLOWED,
    FOLLOWING,
    telling.posts_in_words,
    _said(
        ngettext_lazy(
            "%(count)d new post in “%(group)s”", "%(count)d new posts in “%(group)s”", "count"
        )
    ),
)
# Whoever has several reasons to be told of a post is told by the first of these.
TALK = (MENTION, ANSWER, FOLLOWED)
_OWN_POSTS = _said(
    ngettext_lazy(
        "%(count)d of your posts in “%(group)s” is shown now",
        "%(count)d of your posts in “%(group)s” are shown now",
        "count",
    )
)
_WAITING = _said(
    ngettext_lazy(
        "%(count)d post waits for a moderator", "%(count)d posts wait for a moderator", "count"
    )
)
_ANSWERED = _said(
    ngettext_lazy(
        "%(count)d post was marked as the answer in “%(group)s”",
        "%(count)d posts were marked as the answer in “%(group)s”",
        "count",
    )
)
SHOWN = NoticeKind(telling.SHOWN, OWN, telling.posts_in_words, _OWN_POSTS)
ANSWERED = NoticeKind(telling.ANSWERED, ANSWERS, telling.posts_in_words, _ANSWERED)
SET_ASIDE = NoticeKind("forum.set-aside", OWN, telling.own_posts_in_words)
REPORTED = NoticeKind("forum.reported", OWN, telling.reports_in_words)
HANDLED = NoticeKind("forum.handled", OWN, telling.decisions_in_words)
REVIEW = NoticeKind("forum.review", MODERATION, telling.reviews_in_words, _WAITING)
OBJECTION = NoticeKind("forum.objection", MODERATION, telling.reviews_in_words, _WAITING)
DECISION = NoticeKind("forum.decision", RIGHTS, telling.decisions_in_words, has_own_letter=True)
OBJECTION_DECIDED = NoticeKind(
    telling.OBJECTION_DECIDED, RIGHTS, telling.decisions_in_words, has_own_letter=True
)
OVERDUE = "forum.overdue"


def decision_context(letter, now) -> dict | None:
    """What a letter says about a decision: the reason, the rule, the words that it is about."""
    decision = _decision_of(letter)
    if decision is None:
        return None
    post, version, block = decision.post, decision.version, getattr(decision, "block", None)
    return {
        "what": str(telling.REMOVAL_WORDS[decision.kind]),
        "title": telling.title_of_post(post) if post else "",
        "words_text": version.text if version else post.text if post else "",
        "reason": decision.reason.name if decision.reason else "",
        "rule_text": decision.reason.rule if decision.reason else "",
        "note_text": decision.note,
        "blocked_until": timezone.localtime(block.ends_at) if block else None,
        "action_url": _address_of(decision),
    }


def objection_context(letter, now) -> dict | None:
    """What a letter says about the second look at a decision."""
    decision = _decision_of(letter)
    if decision is None or not hasattr(decision, "objection"):
        return None
    return {
        "what": telling.objection_words(decision),
        "before": str(telling.REMOVAL_WORDS[decision.kind]),
        "title": telling.title_of_post(decision.post) if decision.post else "",
        "note_text": decision.objection.note,
        "action_url": _address_of(decision),
    }


def overdue_context(letter, now) -> dict | None:
    """How many of them wait still; None when others have seen to all."""
    waiting = Review.objects.filter(pk__in=letter.context["reviews"], closed_at=None)
    count = waiting.count()
    if not count:
        return None
    hours = stored_settings().answer_hours
    return {"count": count, "hours": hours, "action_url": links.address("forum:queue")}


def register_kinds():
    """Register them, once, when Django starts."""
    told = (*TALK, ANSWERED, SHOWN, SET_ASIDE, REPORTED, HANDLED, DECISION, OBJECTION_DECIDED)
    for kind in (*told, REVIEW, OBJECTION):
        notices.register(kind)
    for name, label, context in (
        (DECISION.name, _("Decision of a moderator"), decision_context),
        (OBJECTION_DECIDED.name, _("Decision about an objection"), objection_context),
        (OVERDUE, _("What waits for a moderator for too long"), overdue_context),
    ):
        template = f"forum/letters/{name.removeprefix('forum.').replace('-', '_')}.txt"
        kinds.register(kinds.Kind(name, template, label=label, context=context))


def _decision_of(letter) -> Decision | None:
    """The decision, for the person whom it is about."""
    found = Decision.objects.select_related("post__topic", "version", "reason", "objection")
    return found.filter(pk=letter.context["decision"], person=letter.person).first()


def _address_of(decision) -> str:
    return links.address("forum:decision-letter", decision_word(decision))
