"""What somebody writes as a program runs nowhere that moderators or those concerned look."""

from html.parser import HTMLParser
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from forum import actions
from forum.access import decision_word
from forum.models import Decision, Objection, Reason, Report, Topic
from members.models import User
from tests.forum import making, moderating
from tests.forum.payloads import PAYLOADS

NOW = timezone.now()
# What the site's own templates never write, so that whatever finds it was smuggled in.
EVIL = ("alert(1)", "evil.example")


class Running(HTMLParser):
    """Collects what a browser would run out of a page."""

    def __init__(self):
        super().__init__()
        self.found: list[str] = []
        self.in_script = False

    def handle_starttag(self, tag, attrs):
        self.in_script = tag == "script"
        for name, value in attrs:
            is_way = name in ("href", "src", "action", "formaction", "srcdoc", "data")
            runs = name.startswith("on") or is_way or name == "style"
            if runs and any(evil in (value or "") for evil in EVIL):
                self.found.append(f"{tag} {name}={value}")

    def handle_endtag(self, tag):
        self.in_script = False

    def handle_data(self, data):
        if self.in_script and any(evil in data for evil in EVIL):
            self.found.append(data)


def running_in(body: str) -> list[str]:
    """What would run in the page, as it was read."""
    parser = Running()
    parser.feed(body)
    return parser.found


def build(site):
    site.people = SimpleNamespace(
        author=making.person("Anna"),
        reporter=making.person("Zane"),
        editor=moderating.editor("Rita"),
        other=moderating.editor("Uga"),
    )
    site.topic = making.topic(making.section(making.forum(site)))
    site.post = making.post(site.topic, author=site.people.author)
    site.held = making.post(site.topic, author=site.people.author, is_held=True)
    moderating.reported(site.post, site.people.reporter)
    site.decision = moderating.hidden(
        making.post(site.topic, author=site.people.author), site.people.editor
    )
    site.objection = actions.object_to(decision=site.decision, text="Kāpēc?", now=NOW)


def test_the_look_finds_what_would_run():
    for bad in (
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<a href='javascript:alert(1)'>x</a>",
    ):
        assert running_in(bad)
    assert not running_in("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")


@pytest.mark.parametrize("name", ["<img src=x onerror=alert(1)>", '" onfocus="alert(1)" x="'])
def test_nothing_that_was_written_runs(site, name):
    everything = "\n".join(PAYLOADS)
    Topic.objects.update(title=name)
    people = [site.people.author.pk, site.people.reporter.pk]
    User.objects.filter(pk__in=people).update(display_name=name)
    Report.objects.update(note=everything)
    Reason.objects.update(name_lv=name, rule_lv=everything)
    Reason.objects.bulk_create(Reason(name_lv=each[:80], rule_lv=each) for each in PAYLOADS)
    Decision.objects.update(note=everything)
    Objection.objects.update(text=everything, note=everything)
    browser = Client()
    browser.force_login(site.people.other)
    for address in _addresses(site):
        response = browser.get(address)
        assert response.status_code == 200, address
        assert running_in(response.content.decode()) == [], address


def _addresses(site):
    review = site.objection.review_id
    return (
        reverse("forum:queue"),
        reverse("moderation:queue"),
        reverse("forum:review-decide", args=[review]),
        reverse("moderation:review", args=[review]),
        reverse("forum:post-moderate", args=[site.post.pk]),
        reverse("forum:topic-merge", args=[site.topic.pk]),
        reverse("forum:decision-letter", args=[decision_word(site.decision)]),
        reverse("forum:post-report", args=[site.post.pk]),
        reverse("forum:figures"),
        reverse("moderation-reasons:index"),
    )
