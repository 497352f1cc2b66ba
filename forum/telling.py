"""What people are told of the discussions, in words made when somebody reads them.

Each function answers `notifications.notices.lines_of`: a line for what the person may hear of.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from wagtail.models import Page

from forum import writing
from forum.access import posts_for, reviews_for
from forum.models import Decision, Following, Objection, Post, Report, Review, Topic
from notifications.notices import Line

EXCERPT_LETTERS = 200
MENTION, ANSWER, FOLLOWED = "forum.mention", "forum.answer", "forum.followed"
SHOWN, ANSWERED, OBJECTION_DECIDED = "forum.shown", "forum.answered", "forum.objection-decided"


def posts_in_words(person, told, now) -> dict[int, Line]:
    """What was said, for whoever may read it still and has not muted it since."""
    pks = {notice.context["post"] for notice in told}
    posts = list(posts_for(person, now).filter(pk__in=pks).select_related("topic", "author"))
    found = {post.pk: post for post in posts}
    titles, muted = titles_of(post.topic for post in posts), _muted(person, posts)
    lines = {}
    for notice in told:
        post = found.get(notice.context["post"])
        if post is None or (post.topic.key in muted and notice.kind in _TALK_WORDS):
            continue
        title = titles.get(post.topic.pk, "")
        words = _words_of(notice.kind, post) % {"name": name_of(post), "title": title}
        lines[notice.pk] = Line(words, title, writing.excerpt(post.html, EXCERPT_LETTERS))
    return lines


def own_posts_in_words(person, told, now) -> dict[int, Line]:
    """What became of the person's own post, whether or not others may read it."""
    pks = {notice.context["post"] for notice in told}
    mine = Post.objects.filter(Q(author=person) | Q(helper=person), pk__in=pks)
    posts = {post.pk: post for post in mine.select_related("topic")}
    titles = titles_of(post.topic for post in posts.values())
    return {
        notice.pk: Line(
            _("Your post in “%(title)s” is hidden until a moderator has looked at it")
            % {"title": titles.get(post.topic_id, "")},
            titles.get(post.topic_id, ""),
        )
        for notice in told
        if (post := posts.get(notice.context["post"])) and post.state == Post.State.SET_ASIDE
    }


def reports_in_words(person, told, now) -> dict[int, Line]:
    """What became of the person's reports; never what was reported."""
    pks = {notice.context["post"] for notice in told}
    mine = Report.objects.filter(person=person, post__in=pks)
    outcomes = dict(mine.values_list("post", "outcome"))
    words = {
        Report.Outcome.UPHELD: _("A moderator agreed with your report and has acted on it"),
        Report.Outcome.DISMISSED: _("A moderator looked at what you reported and left it there"),
    }
    found = {notice.pk: words.get(outcomes.get(notice.context["post"])) for notice in told}
    return {pk: Line(text) for pk, text in found.items() if text}


def reviews_in_words(person, told, now) -> dict[int, Line]:
    """What waits, for whoever moderates there, as long as it waits."""
    pks = {notice.context["review"] for notice in told}
    try:
        waiting = reviews_for(person).filter(pk__in=pks).select_related("post__topic")
    except PermissionDenied:
        return {}
    reviews = {review.pk: review for review in waiting}
    titles = titles_of(review.post.topic for review in reviews.values())
    words = {
        Review.Kind.NEW: _("A new post waits in “%(title)s”"),
        Review.Kind.EDIT: _("A changed post waits in “%(title)s”"),
        Review.Kind.REPORTS: _("A post in “%(title)s” was reported"),
        Review.Kind.OBJECTION: _("Somebody objects to a decision in “%(title)s”"),
    }
    return {
        notice.pk: Line(
            words[review.kind] % {"title": titles.get(review.post.topic_id, "")}, _("Moderation")
        )
        for notice in told
        if (review := reviews.get(notice.context["review"]))
    }


def decisions_in_words(person, told, now) -> dict[int, Line]:
    """What was decided about the person's own posts."""
    pks = {notice.context["decision"] for notice in told}
    mine = Decision.objects.filter(person=person, pk__in=pks)
    found = {each.pk: each for each in mine.select_related("objection")}
    return {
        notice.pk: Line(_decision_words(notice.kind, decision))
        for notice in told
        if (decision := found.get(notice.context["decision"]))
    }


HANDLED_WORDS = {
    Decision.Kind.APPROVE: gettext_lazy("The words that you changed are shown now"),
    Decision.Kind.RESTORE: gettext_lazy("Your post is shown again"),
    Decision.Kind.CLOSE: gettext_lazy("A moderator has closed your topic"),
    Decision.Kind.OPEN: gettext_lazy("A moderator has opened your topic again"),
    Decision.Kind.MOVE: gettext_lazy("A moderator has moved what you wrote to where it belongs"),
    Decision.Kind.MERGE: gettext_lazy("A moderator has joined your topic with another"),
    Decision.Kind.UNBLOCK: gettext_lazy("You can write again"),
}
REMOVAL_WORDS = {
    Decision.Kind.HIDE: gettext_lazy("A moderator has hidden your post"),
    Decision.Kind.REFUSE: gettext_lazy("What you wrote was not published"),
    Decision.Kind.EDIT: gettext_lazy("Your post was published with changes"),
    Decision.Kind.WARN: gettext_lazy("A moderator asks you to mind the rules"),
    Decision.Kind.BLOCK: gettext_lazy("You cannot write here for a time"),
}
_TALK_WORDS = {
    MENTION: gettext_lazy("%(name)s named you in “%(title)s”"),
    ANSWER: gettext_lazy("%(name)s answered you in “%(title)s”"),
    FOLLOWED: gettext_lazy("%(name)s wrote in “%(title)s”"),
}


def titles_of(topics) -> dict[int, str]:
    """What each topic is called, in the active language; comments by the page they stand under."""
    topics = list(topics)
    titles = {topic.pk: topic.title for topic in topics}
    talks = {topic.pk: topic.place_key for topic in topics if topic.kind == Topic.Kind.COMMENTS}
    if talks:
        pages = Page.objects.live().filter(translation_key__in=talks.values())
        rows = pages.values_list("translation_key", "locale__language_code", "title")
        # The reader's own language last, so that it is the one that stays.
        rows = sorted(rows, key=lambda row: (row[1] == get_language(), row[1]))
        by_key = {key: title for key, _language, title in rows}
        titles |= {pk: by_key.get(key, "") for pk, key in talks.items()}
    return titles


def title_of_post(post) -> str:
    """What is called what the post was said in."""
    return titles_of([post.topic])[post.topic_id]


def name_of(post) -> str:
    """What whoever said it is called."""
    return post.author.name if post.author_id else post.speaker or _("A resident")


def _words_of(kind: str, post) -> str:
    if kind == SHOWN:
        return _("Your post in “%(title)s” is shown now")
    if kind == ANSWERED:
        return _("A post was marked as the answer in “%(title)s”")
    if kind == FOLLOWED and post.is_first:
        return _("%(name)s began the topic “%(title)s”")
    return str(_TALK_WORDS[kind])


def _muted(person, posts) -> set:
    """The keys of the topics that the person muted, whenever that was."""
    keys = [post.topic.key for post in posts]
    muted = Following.objects.filter(person=person, key__in=keys, wish=Following.Wish.MUTED)
    return set(muted.values_list("key", flat=True))


def _decision_words(kind: str, decision) -> str:
    if kind == OBJECTION_DECIDED:
        return objection_words(decision)
    return str((HANDLED_WORDS | REMOVAL_WORDS).get(decision.kind, decision.get_kind_display()))


def objection_words(decision) -> str:
    """What came of the objection to the decision."""
    if decision.objection.outcome == Objection.Outcome.OVERTURNED:
        return _("Your objection was upheld: the decision was taken back")
    return _("Your objection was looked at: the decision stands")
