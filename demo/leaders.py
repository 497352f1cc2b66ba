"""The demo's leaders and helpers, and what they have just written."""

from datetime import datetime, timedelta

from django.utils import timezone
from wagtail.models import Page

from communities.actions import appoint, set_trust
from communities.models import ArticlePage, CommunityPage, CommunityRole
from demo.texts import read
from members.models import User

SCHEDULED_IN = timedelta(days=90)


def add_leaders(add_person, now: datetime):
    """Give every community of the demo its leaders; `add_person(address, name)` makes people."""
    data = read("people")
    communities = {
        page.slug: page for page in CommunityPage.objects.filter(locale__language_code="lv")
    }
    for prefix, group, kind in (
        ("lidere", "leaders", CommunityRole.Kind.LEADER),
        ("lidere2", "second_leaders", CommunityRole.Kind.LEADER),
        ("palidze", "helpers", CommunityRole.Kind.HELPER),
    ):
        for slug, name in data[group]:
            if slug in communities:
                person = add_person(f"{prefix}.{slug}@kopa.test", name)
                _appoint(communities[slug], person, kind, now)
    for slug in data["trusted"]:
        if slug in communities:
            key = communities[slug].translation_key
            set_trust(community_key=key, is_trusted=True, by=None, now=now)
    for work in data["work"]:
        if work["community"] in communities:
            _add_work(communities[work["community"]], work, now)


def _appoint(community, person, kind, now):
    # Whoever tries out how a role ends does not find it back at the next start.
    if not person.is_new:
        return
    appoint(community=community, person=person, kind=kind, by=None, now=now)


def _add_work(community, work, now):
    """A piece of news on its way: with the editors, for later, or not yet in English."""
    if Page.objects.child_of(community).filter(slug=work["slug"]).exists():
        return
    author = User.objects.get(email=f"lidere.{community.slug}@kopa.test")
    page = ArticlePage(
        title=work["title"],
        slug=work["slug"],
        summary=work["summary"],
        date=timezone.localdate(now),
        body=[("text", "".join(f"<p>{text}</p>" for text in work["body"]))],
        live=False,
        owner=author,
    )
    Page.objects.get(pk=community.pk).add_child(instance=page)
    if work["state"] == "scheduled":
        page.go_live_at = now + SCHEDULED_IN
    revision = page.save_revision(user=author)
    if work["state"] == "waiting":
        page.get_workflow().start(page, author)
    else:
        revision.publish(user=User.objects.get(email="redaktore@kopa.test"))
