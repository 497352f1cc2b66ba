"""What the people of the demo say to each other, in the weeks before the site is built.

Every step goes through the action that a person's form calls, at the time at which it happened.
"""

import heapq
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from itertools import count
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Site

from communities.models import CommunityPage
from demo.texts import read
from forum.actions import (
    NewPost,
    begin_topic,
    comment_on,
    delete_post,
    edit_post,
    mark_read,
    submit_post,
)
from forum.actions.objecting import decide_objection, object_to
from forum.actions.reporting import report_post
from forum.actions.reviewing import approve, hide, refuse
from forum.actions.tending import mark_answer, tend
from forum.models import DutyTurn, ForumSectionPage, ForumSettings, Post, Reason, Topic
from members.models import User

MARKS = {"pinned": "pin", "archived": "archive"}
# What waits is looked at after half an hour to two hours, and marks follow the last word.
LOOKED_AT = (timedelta(minutes=35), timedelta(minutes=80), timedelta(minutes=120))
WEEKS_ON_DUTY = 4


@transaction.atomic
def add_talk(now: datetime):
    """Let the demo's people talk, once: what was removed later does not come back."""
    data = read("forum")
    first = submission_of(data["topics"][0], 0)
    has_sections = ForumSectionPage.objects.filter(locale__language_code="lv").exists()
    if not has_sections or Post.objects.filter(submission=first).exists():
        return
    talk = Talk(now)
    talk.prepare(data["words"])
    for told in (*data["topics"], *data["comments"]):
        talk.expect(told)
    talk.go_on()


def submission_of(told: dict, place: int) -> UUID:
    """The same for the same step of the data file in every database."""
    return uuid5(NAMESPACE_URL, f"https://kopa.test/talk/{told['key']}/{place}")


@dataclass
class Thread:
    """One topic of the data file, and what has become of it."""

    told: dict
    place: object
    topic: Topic | None = None
    posts: dict[str, Post] = field(default_factory=dict)


class Talk:
    """Does what the data file tells, one step after the other by the clock."""

    def __init__(self, now: datetime):
        self.now = now
        self.people = {
            person.email.removesuffix("@kopa.test"): person
            for person in User.objects.filter(email__endswith="@kopa.test")
        }
        self.people["imants"] = self.people["iedzivotajs"]
        self.reasons = {reason.name_lv: reason for reason in Reason.objects.all()}
        self.pages = {
            page.slug: page.specific
            for page in Page.objects.filter(
                locale__language_code="lv", slug__in=list(_slugs(read("forum")))
            )
        }
        self.leaders = {page.translation_key: page.slug for page in _communities()}
        self.steps: list[tuple] = []
        self.order = count()

    def prepare(self, words: list[str]):
        """The list of words that editors look at, and who is on duty this month."""
        settings = ForumSettings.for_site(Site.objects.get(is_default_site=True))
        settings.words = settings.words or "\n".join(words)
        settings.save()
        today = timezone.localdate(self.now)
        monday = today - timedelta(days=today.weekday())
        pair = [self.people["redaktore"], self.people["admin"]]
        for week in range(WEEKS_ON_DUTY):
            first = monday + timedelta(weeks=week)
            person, backup = pair[week % 2], pair[1 - week % 2]
            last = first + timedelta(days=6)
            DutyTurn.objects.create(person=person, backup=backup, first_date=first, last_date=last)

    def expect(self, told: dict):
        """Put the steps of a topic, or of the talk under a page, on the clock."""
        thread = Thread(told, self.pages[told.get("section") or told["page"]])
        for place, step in enumerate(told["steps"]):
            self._at(self.moment(step["at"]), thread, step | {"place": place})
        if "mark" in told:
            last = self.moment(told["steps"][-1]["at"]) + max(LOOKED_AT)
            self._at(last, thread, {"do": "tend", "by": "redaktore", "deed": MARKS[told["mark"]]})

    def go_on(self):
        """Do all steps, also those that come of others."""
        while self.steps:
            moment, _order, thread, step = heapq.heappop(self.steps)
            getattr(self, f"_{step.get('do', 'say')}")(thread, step, moment)

    def moment(self, at: str) -> datetime:
        """„3h” is three hours before now; „21 18.05” is five past six, 21 days before today."""
        if at.endswith("h"):
            return self.now - timedelta(hours=int(at[:-1]))
        days, clock = at.split()
        hour, minute = map(int, clock.split("."))
        here = timezone.localtime(self.now)
        day = here.date() - timedelta(days=int(days))
        return datetime.combine(day, time(hour, minute), tzinfo=here.tzinfo)

    def _at(self, moment, thread, step):
        heapq.heappush(self.steps, (moment, next(self.order), thread, step))

    def _say(self, thread, step, moment):
        person, new = self.people[step["by"]], self._new_post(thread, step)
        if "page" in thread.told:
            said = comment_on(page=thread.place, person=person, new=new, now=moment)
        elif thread.topic is None:
            said = begin_topic(section=thread.place, person=person, new=new, now=moment)
        else:
            said = submit_post(topic=thread.topic, person=person, new=new, now=moment)
        post, thread.topic = said.post, said.post.topic
        thread.topic.place = thread.place
        thread.posts[step.get("key", str(step["place"]))] = post
        if post.state == Post.State.HELD and "waits" not in step:
            wait = LOOKED_AT[step["place"] % len(LOOKED_AT)]
            self._at(moment + wait, thread, {"do": "look", "post": post, **step.get("refused", {})})

    def _new_post(self, thread, step) -> NewPost:
        told, replied = thread.told, thread.posts.get(step.get("to"))
        community = _communities().filter(slug=told.get("community")).first()
        return NewPost(
            text=step["text"],
            submission=submission_of(told, step["place"]),
            reply_to=replied.pk if replied else None,
            is_official="official" in step,
            follows="follows" in step,
            speaker=step.get("speaker", ""),
            title=told.get("title", ""),
            tags=tuple(told.get("tags", ())),
            community_key=community.translation_key if community else None,
        )

    def _look(self, thread, step, moment):
        """Whoever moderates there lets the post appear, or refuses it with a reason."""
        post = step["post"]
        slug = self.leaders.get(post.topic.community_key)
        by = self.people[f"lidere.{slug}" if slug else "redaktore"]
        review = post.reviews.get(closed_at=None)
        if "reason" in step:
            refuse(review=review, by=by, now=moment, **self._grounds(step))
        else:
            approve(review=review, by=by, now=moment)

    def _edit(self, thread, step, moment):
        post = self._post(thread, step)
        edit_post(post=post, person=post.author, text=step["text"], now=moment)

    def _delete(self, thread, step, moment):
        delete_post(post=self._post(thread, step), now=moment)

    def _report(self, thread, step, moment):
        person, post = self.people[step["by"]], self._post(thread, step)
        report_post(post=post, person=person, now=moment, **self._grounds(step))

    def _hide(self, thread, step, moment):
        by, post = self.people[step["by"]], self._post(thread, step)
        hide(post=post, by=by, now=moment, **self._grounds(step))

    def _object(self, thread, step, moment):
        decision = self._post(thread, step).decisions.get(kind="hide")
        object_to(decision=decision, text=step["text"], now=moment)

    def _uphold(self, thread, step, moment, *, is_overturned=False):
        review = self._post(thread, step).reviews.get(kind="objection", closed_at=None)
        decide_objection(
            review=review,
            by=self.people[step["by"]],
            is_overturned=is_overturned,
            note=step["note"],
            now=moment,
        )

    def _overturn(self, thread, step, moment):
        self._uphold(thread, step, moment, is_overturned=True)

    def _answer(self, thread, step, moment):
        by = self.people[step["by"]]
        mark_answer(post=self._post(thread, step), by=by, now=moment)

    def _close(self, thread, step, moment):
        self._tend(thread, step | {"deed": "close"}, moment)

    def _tend(self, thread, step, moment):
        by = self.people[step["by"]]
        tend(topic=thread.topic, by=by, deed=step["deed"], now=moment)

    def _read(self, thread, step, moment):
        person, number = self.people[step["by"]], int(step["number"])
        mark_read(person=person, topic=thread.topic, number=number, now=moment)

    def _grounds(self, step) -> dict:
        return {"reason": self.reasons[step["reason"]], "note": step.get("note", "")}

    def _post(self, thread, step) -> Post:
        """The post as it now is."""
        post = Post.objects.get(pk=thread.posts[step["post"]].pk)
        post.topic.place = thread.place
        return post


def _slugs(data):
    for told in (*data["topics"], *data["comments"]):
        yield told.get("section") or told["page"]


def _communities():
    return CommunityPage.objects.filter(locale__language_code="lv")
