"""Whom the discussions tell of what: the one place that knows, in the writing transaction."""

from django.contrib.auth.models import Permission
from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page

from communities.access import leaders_of
from core.audience import Audience
from core.models import BasePage
from forum import letters, telling
from forum.models import Decision, DutyTurn, Following, Review, Topic
from members.access import editors
from members.models import User
from notifications.actions import notify, queue, take_back

# Decisions after which those who reported the post hear what became of it.
ANSWERS_TO_REPORTS = (
    Decision.Kind.HIDE,
    Decision.Kind.EDIT,
    Decision.Kind.KEEP,
    Decision.Kind.RESTORE,
)


def post_shown(post, now):
    """A post has become visible: its author hears it, and everybody whom it concerns."""
    topic = post.topic
    if topic.state != Topic.State.SHOWN:
        return
    told = _listeners(post)
    open_to = _readers(topic.place_key, told, now)
    for kind in letters.TALK:
        people = [pk for pk in open_to if told[pk] == kind.name]
        _tell_of_post(kind, people, post, now)
    if post.shown_at > post.created_at:
        _tell_of_post(letters.SHOWN, _whoever_wrote(post), post, now)


def review_opened(review, now):
    """Something waits for a moderator."""
    _tell_moderators(letters.REVIEW, review, _moderators(review, now), now)


def set_aside(post, now):
    """Reports have hidden a post until a moderator has looked at it."""
    _tell_of_post(letters.SET_ASIDE, _whoever_wrote(post), post, now)


def decided(decision, now):
    """A moderator has decided: whoever it is about hears why, and whoever reported the outcome."""
    if decision.person_id and decision.kind in Decision.REMOVALS:
        # A post that appears in other words is told of once.
        take_back(kind=letters.SHOWN.name, about=f"post:{decision.post_id}")
        _tell_by_letter(letters.DECISION, decision.person, decision, now)
    elif decision.person_id and decision.person_id != decision.made_by_id and _is_news(decision):
        _tell_of_decision(letters.HANDLED, [decision.person_id], decision, now)
    if decision.post_id and decision.kind in ANSWERS_TO_REPORTS:
        reports = decision.post.reports.exclude(outcome="open")
        people = reports.values_list("person", flat=True)
        _tell_of_post(letters.REPORTED, people, decision.post, now)


def objection_made(objection, now):
    """Somebody objects: those hear of it who did not decide themselves."""
    people = [pk for pk in _moderators(objection.review, now) if pk != _judge_of(objection)]
    people = people or [each.pk for each in editors() if each.pk != _judge_of(objection)]
    _tell_moderators(letters.OBJECTION, objection.review, people, now)


def objection_decided(objection, now):
    """Somebody else has looked at a decision again: whoever objected hears what came of it."""
    decision = objection.decision
    if decision.person_id:
        _tell_by_letter(letters.OBJECTION_DECIDED, decision.person, decision, now)


def overdue(reviews, now):
    """What waits for too long goes to the back-up on duty, else to all editors."""
    backups = _turns(now).exclude(backup=None).filter(backup__is_active=True)
    people = [turn.backup for turn in backups.select_related("backup")] or editors()
    first = min(review.pk for review in reviews)
    waiting = {"reviews": [review.pk for review in reviews]}
    for person in people:
        queue(
            kind=letters.OVERDUE,
            about=f"review:{first}",
            now=now,
            person=person,
            context=waiting,
        )


def answered(post, now):
    """A post was marked as the answer: who asked, who answered and who follows hear of it."""
    topic = post.topic
    followers = Following.objects.filter(key=topic.key, wish=Following.Wish.FOLLOWS)
    people = {topic.author_id, post.author_id, *followers.values_list("person", flat=True)}
    open_to = _readers(topic.place_key, people - {None}, now)
    _tell_of_post(letters.ANSWERED, open_to, post, now)


def group_of(topic) -> str:
    """What the notices of a topic are read together by."""
    return f"topic:{topic.key}"


def _listeners(post) -> dict[int, str]:
    """Whom the post concerns and why, each once: the strongest reason counts."""
    topic, follows = post.topic, Following.Wish.FOLLOWS
    wishes = Following.objects.filter(key__in=[topic.key, topic.place_key])
    wished = {
        (key, person): wish for key, person, wish in wishes.values_list("key", "person", "wish")
    }
    told = {pk: letters.FOLLOWED.name for (_key, pk), wish in wished.items() if wish == follows}
    if post.reply_to_id and post.reply_to.author_id:
        told[post.reply_to.author_id] = letters.ANSWER.name
    for pk in post.mentions.values_list("person", flat=True):
        told[pk] = letters.MENTION.name
    return {
        pk: kind
        for pk, kind in told.items()
        if pk not in _whoever_wrote(post) and _hears(wished, topic, pk)
    }


def _hears(wished, topic, pk) -> bool:
    """Whoever muted the topic hears nothing; nor whoever muted the place and not follows here."""
    wish = wished.get((topic.key, pk)) or wished.get((topic.place_key, pk))
    return wish != Following.Wish.MUTED


def _readers(place_key, people, now) -> list[int]:
    """Those of the people who may read what stands at the place."""
    circles = _circles_of(place_key, now)
    if not people or not circles:
        return []
    if circles & {Audience.EVERYONE, Audience.SIGNED_IN}:
        return list(people)
    backstage = Permission.objects.filter(
        content_type__app_label="wagtailadmin", codename="access_admin"
    )
    has_right = Q(groups__permissions__in=backstage) | Q(user_permissions__in=backstage)
    allowed = User.objects.filter(Q(is_superuser=True) | has_right, pk__in=people)
    return list(allowed.order_by("pk").values_list("pk", flat=True).distinct())


def _circles_of(place_key, now) -> set[str]:
    """For whom the place is open in any language."""
    pages = Page.objects.live().filter(translation_key=place_key)
    circles = set()
    for page in pages.filter(Q(expire_at=None) | Q(expire_at__gt=now)).specific():
        if isinstance(page, BasePage):
            source = page.source
            if source and (not source.live or (source.expire_at and source.expire_at <= now)):
                continue
            circles.add(Audience.narrowest(page.audience, *([source.audience] if source else [])))
    return circles


def _moderators(review, now) -> list[int]:
    """Who is on duty today, else the community's leaders, else the editors; never the author."""
    wrote = _whoever_wrote(review.post)
    on_duty = [turn.person for turn in _turns(now).filter(person__is_active=True)]
    leaders = leaders_of(review.community_key) if review.community_key else []
    for people in (on_duty, leaders, editors()):
        if found := [person.pk for person in people if person.pk not in wrote]:
            return found
    return []


def _turns(now):
    today = timezone.localdate(now)
    turns = DutyTurn.objects.filter(first_date__lte=today, last_date__gte=today)
    return turns.select_related("person")


def _whoever_wrote(post) -> list[int]:
    return [pk for pk in (post.author_id, post.helper_id) if pk]


def _judge_of(objection):
    return objection.decision.made_by_id


def _is_news(decision) -> bool:
    """That a new post is shown is told where it becomes visible; a report left no mark."""
    if decision.kind == Decision.Kind.APPROVE:
        return bool(decision.review and decision.review.kind == Review.Kind.EDIT)
    return decision.kind in telling.HANDLED_WORDS


def _tell_of_post(kind, people, post, now):
    notify(
        kind=kind.name,
        people=people,
        about=f"post:{post.pk}",
        now=now,
        place=("forum:post-detail", post.pk),
        context={"post": post.pk},
        group=group_of(post.topic),
    )


def _tell_moderators(kind, review, people, now):
    notify(
        kind=kind.name,
        people=people,
        about=f"review:{review.pk}",
        now=now,
        place=("forum:queue",),
        context={"review": review.pk},
        group=letters.QUEUE_GROUP,
    )


def _tell_of_decision(kind, people, decision, now):
    is_post = kind is letters.HANDLED and decision.post_id
    place = ("forum:post-detail", decision.post_id) if is_post else _decision_place(decision)
    notify(
        kind=kind.name,
        people=people,
        about=f"decision:{decision.pk}",
        now=now,
        place=place,
        context={"decision": decision.pk},
    )


def _decision_place(decision) -> tuple:
    return ("forum:decision-detail", str(decision.key))


def _tell_by_letter(kind, person, decision, now):
    """What is necessary comes at once by a letter of its own, and stands in the list as well."""
    _tell_of_decision(kind, [person.pk], decision, now)
    queue(
        kind=kind.name,
        about=f"decision:{decision.pk}",
        now=now,
        person=person,
        context={"decision": decision.pk},
    )
