"""Every screen of the discussions: for axe, on a phone, by keyboard, and with nothing lost."""

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils.translation import override
from wagtail.users.models import UserProfile

from forum.access import decision_word
from forum.models import Post
from notifications.stopping import token_of
from tests import world
from tests.forum import making, moderating
from tests.journeys.discussions import ENGLISH, TEXT, discussions
from tests.journeys.looking import RULES, faults_shown

# Around these words stands the frame of Wagtail, which is not ours.
BACKSTAGE = {"context": "main"}
COLOURS = {"options": {"runOnly": ["color-contrast"]}}


@pytest.fixture
def scene(served):
    return discussions()


def forum(name, *arguments) -> str:
    return reverse(f"forum:{name}", args=arguments)


def seen_by_anybody(scene, language) -> list[str]:
    section = scene.section.localized.url
    article = scene.english_article if language == "en" else scene.article
    topic = scene.topic.get_absolute_url()
    letter = token_of(scene.anna.pk, f"topic:{scene.topic.key}", "followed")
    words = [decision_word(decision) for decision in scene.decisions]
    return [
        scene.section.get_parent().localized.url,
        *(f"{section}{more}" for more in ("", "?archive=1")),
        *(f"{topic}{more}" for more in ("", "?page=2")),
        scene.closed.get_absolute_url(),
        scene.archived.get_absolute_url(),
        article.url,
        *([scene.over.url] if language == "lv" else []),
        forum("comment-create", scene.article.translation_key),
        forum("post-report", scene.answer.pk),
        forum("topic-follow", scene.topic.key),
        forum("figures"),
        *(forum("search") + asked for asked in ("", "?q=soliņi", "?q=zvirbulis")),
        *(forum("decision-letter", word) for word in words),
        reverse("notices:stop", args=[letter]),
    ]


def seen_by_the_author(scene) -> list[str]:
    return [
        scene.topic.get_absolute_url(),
        forum("decision-detail", scene.decisions[0].key),
        reverse("notices:list"),
        reverse("notices:wishes"),
    ]


def seen_by_an_editor(scene) -> list[str]:
    waiting = (scene.new, scene.edit, scene.reports, scene.objection)
    return [
        f"{scene.topic.get_absolute_url()}?page=2",
        forum("queue"),
        *(forum("review-decide", review.pk) for review in waiting),
        forum("post-moderate", scene.blocked.decision.post_id),
        forum("topic-move", scene.topic.pk),
        forum("topic-merge", scene.topic.pk),
        forum("post-move", scene.answer.pk),
    ]


def seen_in_the_backstage(scene) -> list[str]:
    return [
        reverse("moderation:queue"),
        reverse("moderation:review", args=[scene.edit.pk]),
        reverse("moderation-reasons:index"),
        reverse("moderation-reasons:edit", args=[moderating.reason().pk]),
        reverse("moderation-duty:index"),
        reverse("moderation-duty:add"),
        reverse("wagtailsettings:edit", args=["forum", "forumsettings", scene.settings.pk]),
    ]


def look(page, address, language, **axe) -> list:
    """What is wrong with the page in the light and, once, with its colours in the dark."""
    page.emulate_media(color_scheme="light")
    assert page.goto(address).status == 200, address
    return faults_shown(page, address, **axe) + in_the_dark(page, address, language, **axe)


def look_again(page, name, language) -> list:
    """The same for what the page shows now."""
    page.emulate_media(color_scheme="light")
    return faults_shown(page, name) + in_the_dark(page, name, language)


def in_the_dark(page, name, language, **axe) -> list:
    if language != "lv":
        return []
    page.emulate_media(color_scheme="dark")
    return faults_shown(page, f"{name} in the dark", **{**axe, **COLOURS})


@pytest.mark.parametrize("language", ["lv", "en"])
def test_axe_finds_nothing_and_nothing_is_too_wide(visitor, scene, language):
    with override(language):
        anybody, author = visitor(), visitor(scene.anna)
        found = [
            fault
            for page, addresses in (
                (anybody, seen_by_anybody(scene, language)),
                (author, seen_by_the_author(scene)),
                (visitor(scene.other), seen_by_an_editor(scene)),
            )
            for address in addresses
            for fault in look(page, address, language)
        ]
        found += in_between(anybody, author, scene, language)
    assert found == []


def in_between(anybody, author, scene, language) -> list:
    """What comes after a button: something missing, a preview, similar topics, a letter stopped."""
    found = []
    for page, address, fields, button in (
        (anybody, forum("post-report", scene.answer.pk), {}, ""),
        (anybody, forum("topic-follow", scene.topic.key), {}, ""),
        (anybody, forum("post-create", scene.topic.pk), {"text": "**Jā**"}, "[name=preview]"),
        (author, forum("decision-detail", scene.decisions[2].key), {}, ""),
        (author, forum("topic-create", scene.section.translation_key), {
            "title": "Soliņi pie ezera", "text": TEXT}, ""),
    ):  # fmt: skip
        page.goto(address)
        for name, words in fields.items():
            page.locator(f"main [name={name}]").fill(words)
        sends = f"main form {button}" if button else "main form.form button.button:not([name])"
        page.locator(sends).first.click()
        page.locator(".field__error, .writing__preview, #similar").first.wait_for()
        found += look_again(page, f"{address} sent", language)
    letter = token_of(scene.anna.pk, f"topic:{scene.topic.key}", "followed")
    anybody.goto(reverse("notices:stop", args=[letter]))
    anybody.locator("main form button").first.click()
    anybody.locator("[name=undo]").wait_for(state="attached")
    return found + look_again(anybody, "letters stopped", language)


@pytest.mark.parametrize("language", ["lv", "en"])
def test_the_backstage_has_nothing_for_axe_and_fits_a_phone(visitor, scene, language):
    fields = {"preferred_language": language}
    UserProfile.objects.update_or_create(user=scene.other, defaults=fields)
    page = visitor(scene.other)
    options = {"options": {**RULES, "iframes": False}, **BACKSTAGE}
    addresses = seen_in_the_backstage(scene)
    found = [fault for address in addresses for fault in look(page, address, language, **options)]
    assert found == []
    assert page.locator("html").get_attribute("lang") == language


def tab_until(page, reached: str):
    """Press Tab until what has the focus is this."""
    for _press in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("reached => document.activeElement.matches(reached)", reached):
            return
    raise AssertionError(f"No Tab leads to {reached}.")


def test_the_queue_needs_no_mouse(visitor, scene):
    page = visitor(scene.other)
    with override("en"):
        page.goto(forum("queue"))
    tab_until(page, f"#reason-{scene.new.pk}")
    page.keyboard.press("ArrowDown")
    tab_until(page, f"#note-{scene.new.pk}")
    page.keyboard.type("Par šo raksta citā tēmā.")
    tab_until(page, f"#r{scene.new.pk} [value=refuse]")
    page.keyboard.press("Enter")
    page.locator(f"#r{scene.new.pk}").wait_for(state="detached")
    assert Post.objects.get(pk=scene.new.post_id).state == Post.State.REFUSED
    tab_until(page, f"[name=reviews][value='{scene.reports.pk}']")
    page.keyboard.press("Space")
    tab_until(page, "#together [value=approve]")
    page.keyboard.press("Enter")
    page.locator(f"#r{scene.reports.pk}").wait_for(state="detached")
    scene.reports.refresh_from_db()
    assert scene.reports.closed_by == scene.other


@pytest.fixture
def talk(served):
    """A topic in which posts appear at once."""
    section = making.section(making.forum(world.first_pages()), rule="at_once")
    return making.topic(section, author=making.person("Anna Ozola"))


def answer_form(page, topic):
    with override("en"):
        page.goto(forum("post-create", topic.pk))
    return page.get_by_label("What you want to say")


def test_the_signs_of_writing_need_no_mouse(visitor, talk):
    page = visitor(making.person("Jānis"))
    answer_form(page, talk)
    tab_until(page, ".writing__sign--bold")
    page.keyboard.press("Enter")
    page.keyboard.type("svarīgi")
    assert page.locator("textarea[data-writing]").input_value() == "**svarīgi**"
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.className").startswith("writing__sign")


def test_a_draft_outlives_its_tab(visitor, talk):
    page = visitor()
    answer_form(page, talk).fill(TEXT)
    while not page.evaluate("localStorage.length"):
        page.wait_for_timeout(50)
    context = page.context
    page.close()
    again = context.new_page()
    words = answer_form(again, talk)
    assert words.input_value() == TEXT
    again.get_by_text("These words were kept in this browser from before.").wait_for()


@pytest.mark.parametrize("has_scripts", [True, False])
def test_words_outlive_the_session_and_the_token(visitor, served, talk, settings, has_scripts):
    janis = making.person("Jānis")
    page = visitor(janis, java_script_enabled=has_scripts)
    words = answer_form(page, talk)
    words.fill(TEXT)
    Session.objects.all().delete()
    page.get_by_role("button", name="Send the answer").click()
    page.get_by_text("You are not signed in any more").wait_for()
    assert words.input_value() == TEXT
    rotated = {"name": settings.CSRF_COOKIE_NAME, "value": "a" * 32, "url": served}
    page.context.add_cookies([rotated])
    page.get_by_label("Your e-mail address").fill("janis.kalnins@example.test")
    page.get_by_role("button", name="Send the answer").click()
    page.get_by_text("This page had been open for long").wait_for()
    assert words.input_value() == TEXT
    page.get_by_role("button", name="Send the answer").click()
    page.locator("[name=code]").wait_for()
    assert not Post.objects.filter(text=TEXT).exists()


def test_one_talk_stands_under_a_page_in_both_languages(visitor, scene):
    page = visitor(scene.janis)
    page.goto(scene.article.url)
    page.locator(".talk a.button").first.click()
    page.locator("textarea[data-writing]").fill("Es atvedīšu tēju visiem, kas nāks.")
    page.locator("form.writing button.button:not([name])").click()
    page.get_by_text("Es atvedīšu tēju").wait_for()
    for shown, other, words in (
        (scene.article, "en", [ENGLISH]),
        (scene.english_article, "lv", [TEXT, "Es atvedīšu tēju visiem, kas nāks."]),
    ):
        page.goto(shown.url)
        assert page.locator(".post__words").count() == 3
        assert page.locator(f".post__words[lang={other}]").all_inner_texts() == words
