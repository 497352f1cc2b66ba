"""What somebody writes as a program runs in nobody's browser, wherever it is shown."""

from types import SimpleNamespace
from xml.etree import ElementTree

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from forum import actions
from forum.access import decision_word
from forum.models import ForumSectionPage
from forum.writing import quotation
from members.models import User
from notifications.actions import deliver_due, gather_due
from tests import world
from tests.forum import making, moderating
from tests.forum.payloads import PAYLOADS

ALL = "\n".join(PAYLOADS)
# Neither waits for a mouse to come by: an attribute that runs, and an address that is a program.
SMUGGLED = """within => [...document.querySelectorAll(`${within} *, head *`)].filter((element) =>
    [...element.attributes].some(({name, value}) =>
        /^on/i.test(name) || /^\\s*(javascript:|vbscript:|data:text)/i.test(value)
        || (/^(src|href|action|srcdoc|data)$/i.test(name) && /evil\\.example/.test(value)
            && element.tagName !== "A")))
    .map((element) => element.outerHTML)"""


@pytest.fixture
def scene(served):
    """Everything that people write, written by whoever wants their program to run."""
    site = world.first_pages()
    section = making.section(making.forum(site), rule=ForumSectionPage.Rules.AT_ONCE)
    reader, editor, other = (
        making.person("Rita"),
        moderating.editor("Uga"),
        moderating.editor("Ija"),
    )
    for key in (section.translation_key, world.article(site.news, "Talka").translation_key):
        actions.follow(person=reader, key=key, now=timezone.now())
    authors = [attacker(name) for name in PAYLOADS]
    topics = [
        making.topic(section, payload, author, tags=(payload,))
        for payload, author in zip(PAYLOADS, authors, strict=True)
    ]
    talk = topics[0]
    actions.follow(person=reader, key=talk.key, now=timezone.now())
    posts = [
        making.post(talk, author, payload, place=section)
        for payload, author in zip(PAYLOADS, authors, strict=True)
    ]
    for post in posts[:3]:
        quoted = quotation(ALL, post.author.display_name)
        making.post(talk, reader, f"{quoted}{post.pk}", place=section, reply_to=post.pk)
    return SimpleNamespace(
        site=site, section=section, topics=topics, talk=talk, posts=posts, authors=authors,
        reader=reader, editor=editor, other=other, **moderated(talk, section, posts, editor),
    )  # fmt: skip


def attacker(name) -> User:
    """Somebody who is called so: no form would take most of these names."""
    number = PAYLOADS.index(name)
    return world.person(f"mallory{number}@example.test", display_name=name[:80], is_public=True)


def moderated(talk, section, posts, editor) -> dict:
    """What waits, what was reported and hidden with such words, and who objects with more."""
    author, now = posts[3].author, timezone.now()
    held = making.topic(section, PAYLOADS[5], author, is_held=True, text=ALL)
    for post, payload in zip(posts[5:15], PAYLOADS, strict=False):
        fields = {"reason": moderating.reason(), "note": f"{payload}\n{ALL}"}
        actions.report_post(post=post, person=author, now=now, **fields)
    moderating.changed_and_waiting(posts[16])
    decisions = [
        actions.hide(post=post, by=editor, reason=moderating.reason(), note=ALL, now=now)
        for post in posts[17:19]
    ]
    actions.object_to(decision=decisions[0], text=ALL, now=now)
    upheld = actions.object_to(decision=decisions[1], text=ALL, now=now)
    actions.decide_objection(
        review=upheld.review, by=moderating.editor("Ona"), is_overturned=False, note=ALL, now=now
    )
    return {"held": held, "decisions": decisions}


def is_complaint(said) -> bool:
    """Whether the browser complains of the page; feeds have no icon of their own to look for."""
    return said.type == "error" and not said.location["url"].endswith("/favicon.ico")


@pytest.fixture
def watched(visitor):
    """Open the site as somebody, and collect what runs and what the browser complains of."""
    found = []

    def watch(person=None):
        page = visitor(person)
        page.on("dialog", lambda dialog: (found.append(("ran", page.url)), dialog.dismiss()))
        page.on("console", lambda said: is_complaint(said) and found.append((page.url, said.text)))
        page.on("pageerror", lambda error: found.append((page.url, str(error))))
        page.on("request", lambda sent: "evil" in sent.url and found.append((page.url, sent.url)))
        return page

    watch.found = found
    return watch


def open_all(page, addresses) -> list:
    """What is smuggled into the pages; whatever runs is collected where the page is watched."""
    found = []
    for address in addresses:
        assert page.goto(address).status == 200, address
        within = "main" if "/admin/" in address else "body"
        found += [(address, html) for html in page.evaluate(SMUGGLED, within)]
    return found


def at(name, *arguments) -> str:
    with override("en"):
        return reverse(name, args=arguments)


def as_it_is(page, htmls) -> list:
    """The same for pages without their headers: nothing keeps a browser from running them."""
    found = []
    for html in htmls:
        page.set_content(html, wait_until="commit")
        found += page.evaluate(SMUGGLED, "body")
    return found


def where_people_read(watch, scene) -> list:
    talk, page = scene.talk, watch()
    pages = [f"{talk.get_absolute_url()}?page={number}" for number in range(1, 5)]
    found = open_all(
        page,
        [
            *pages,
            scene.section.get_parent().url,
            at("forum:search") + "?q=alert+script",
            at("forum:search") + "?q=javascript+alert",
            at("forum:post-report", scene.posts[0].pk),
            at("forum:topic-follow", scene.topics[1].key),
            at("forum:figures"),
            at("members:profile", scene.authors[0].key),
            at("forum:section-feed", scene.section.translation_key),
            at("forum:topic-feed", talk.pk),
            scene.section.url,
        ],
    )
    # They are there, as words.
    assert page.locator(".topic-row", has_text="alert(1)").count() > 20
    return found


def where_people_write(watch, scene) -> list:
    reader = watch(scene.reader)
    quoting = [
        at("forum:post-create", scene.talk.pk) + f"?to={post.pk}&quote=1"
        for post in scene.posts[:2]
    ]
    found = open_all(reader, [scene.talk.get_absolute_url(), *quoting])
    reader.locator("textarea[data-writing]").fill(ALL)
    reader.locator("form.writing [name=preview]").click()
    reader.locator(".writing__preview").wait_for()
    found += reader.evaluate(SMUGGLED, "body")
    reader.goto(at("forum:topic-create", scene.section.translation_key))
    reader.locator("[name=title]").fill('"><script>alert(1)</script></title><script>alert(1)')
    reader.locator("[name=tags]").fill("<img src=x onerror=alert(1)>")
    reader.locator("textarea[data-writing]").fill(ALL)
    send = reader.locator("form.writing button.button:not([name])")
    send.click()
    reader.locator(".field__error", has_text="alert(1)").wait_for()
    found += reader.evaluate(SMUGGLED, "body")
    reader.locator("[name=tags]").fill("")
    send.click()
    reader.locator("#similar[role=alert], section[role=alert]").wait_for()
    return found + reader.evaluate(SMUGGLED, "body")


def where_people_are_told(watch, scene) -> list:
    notices = [at("notices:list"), at("notices:wishes"), at("members:my-page")]
    found = open_all(watch(scene.reader), notices)
    post = scene.posts[3]
    own = [at(f"forum:{name}", post.pk) for name in ("post-edit", "post-delete")]
    own += [at("forum:decision-letter", decision_word(each)) for each in scene.decisions]
    own += [at("forum:received", scene.held.posts.get().submission)]
    found += open_all(watch(post.author), own)
    found += open_all(watch(scene.posts[17].author), [at("notices:list")])
    changed = scene.posts[16]
    return found + open_all(watch(changed.author), [at("forum:post-versions", changed.pk)])


def where_people_moderate(watch, scene) -> list:
    page = watch(scene.other)
    held = scene.held.posts.get().reviews.get()
    objection = scene.decisions[0].objection.review
    one_by_one = [
        at(name, review.pk)
        for name in ("forum:review-decide", "moderation:review")
        for review in (held, objection)
    ]
    tending = [
        at("forum:post-moderate", scene.posts[5].pk),
        at("forum:topic-merge", scene.talk.pk),
        at("forum:post-move", scene.posts[5].pk),
    ]
    topics = [scene.held.get_absolute_url(), scene.talk.get_absolute_url()]
    found = open_all(
        page, [*one_by_one, *tending, *topics, at("forum:queue"), at("moderation:queue")]
    )
    assert page.locator("article.review", has_text="alert(1)").count() > 5
    return found


def letters_to(*people) -> list[str]:
    """The HTML of all letters that leave now."""
    gather_due(timezone.now())
    while deliver_due(timezone.now()):
        pass
    sent = [letter for letter in mail.outbox if letter.alternatives]
    assert {person.email for person in people} <= {letter.to[0] for letter in sent}
    return [letter.alternatives[0][0] for letter in sent]


def in_other_programs(watch, scene) -> list:
    """Titles, feeds and letters where no header of the site keeps anything from running."""
    client, page = Client(), watch()
    htmls = [client.get(topic.get_absolute_url()).content.decode() for topic in scene.topics]
    for feed in (
        at("forum:section-feed", scene.section.translation_key),
        at("forum:topic-feed", scene.talk.pk),
    ):
        tree = ElementTree.fromstring(client.get(feed).content)  # noqa: S314 - our own
        htmls += [element.text for element in tree.iter() if element.get("type") == "html"]
    htmls += letters_to(scene.reader, scene.editor, scene.posts[17].author)
    assert len(htmls) > 100
    return as_it_is(page, htmls)


def test_nothing_that_was_written_runs(watched, scene):
    for look in (
        where_people_read,
        where_people_write,
        where_people_are_told,
        where_people_moderate,
    ):
        assert look(watched, scene) == []
    assert watched.found == []
    assert in_other_programs(watched, scene) == []
    # Without its address a page finds its own files no more, which the browser says.
    assert [each for each in watched.found if each[0] == "ran" or "evil" in each[1]] == []


def test_what_runs_is_found(watched, served):
    page = watched()
    assert len(as_it_is(page, ["<img src=x onerror=alert(1)><a href=' javascript:x'>x</a>"])) == 2
    page.wait_for_timeout(100)
    assert ("ran", "about:blank") in watched.found
