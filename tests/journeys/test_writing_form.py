"""Writing in a real browser: signs, preview, draft, names; and the same without JavaScript."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils.translation import override

from core.roles import EDITORS
from forum.models import ForumSectionPage, Post, Topic
from home.models import HomePage
from notifications.models import Letter
from tests import world
from tests.forum import making
from tests.journeys.looking import faults_of, faults_shown

TEXT = "Vajadzētu divus soliņus un vienu atkritumu urnu."


def at(name, *arguments, language="en") -> str:
    with override(language):
        return reverse(f"forum:{name}", args=arguments)


@pytest.fixture
def talk(served):
    """A topic that Anna began, and Jānis, who has an account."""
    site = type("Site", (), {"home": HomePage.objects.get(locale__language_code="lv")})
    section = making.section(making.forum(site), rule=ForumSectionPage.Rules.AT_ONCE)
    anna = making.person("Anna Ozola")
    topic = making.topic(section, "Vai pie ezera būs soliņi?", anna)
    topic.section, topic.anna, topic.janis = section, anna, making.person("Jānis Kalniņš")
    return topic


@pytest.fixture
def form(visitor, talk):
    """The form of an answer, opened by Jānis."""
    page = visitor(talk.janis)
    page.complaints = []
    page.on("console", lambda said: said.type == "error" and page.complaints.append(said.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto(at("post-create", talk.pk))
    yield page
    assert page.complaints == []


def field(page):
    return page.get_by_label("What you want to say")


def test_signs_are_written_by_buttons_and_keys(form):
    field(form).fill("svarīgi")
    field(form).press("Control+a")
    form.get_by_role("button", name="Bold").click()
    assert field(form).input_value() == "**svarīgi**"
    field(form).press("Control+i")
    assert field(form).input_value() == "***svarīgi***"
    field(form).fill("piens\nmaize")
    field(form).press("Control+a")
    form.get_by_role("button", name="List").click()
    assert field(form).input_value() == "- piens\n- maize"


def test_a_preview_is_shown_beside_the_form(form):
    field(form).fill("Tas ir **svarīgi**.")
    form.get_by_role("button", name="Look at it first").click()
    form.locator(".writing__preview strong").wait_for()
    assert field(form).input_value() == "Tas ir **svarīgi**."


def test_names_of_those_who_wrote_here_are_offered(form):
    field(form).press_sequentially("Paldies, @ann")
    form.get_by_role("button", name="Anna Ozola").wait_for()
    field(form).press("ArrowDown")
    form.keyboard.press("Enter")
    assert field(form).input_value() == "Paldies, @Anna Ozola "


def test_a_draft_stays_until_it_is_sent_or_thrown_away(form, talk):
    field(form).fill(TEXT)
    form.goto(at("post-create", talk.pk))
    assert field(form).input_value() == TEXT
    form.get_by_role("button", name="Begin anew").click()
    assert field(form).input_value() == ""
    form.goto(at("post-create", talk.pk))
    assert field(form).input_value() == ""
    field(form).fill(TEXT)
    form.get_by_role("button", name="Send the answer").click()
    form.get_by_text(TEXT).first.wait_for()
    form.goto(at("post-create", talk.pk))
    assert field(form).input_value() == ""
    assert form.evaluate("Object.keys(localStorage).length") == 0


def test_nothing_is_sent_without_a_line_and_nothing_is_lost(form, talk):
    field(form).fill(TEXT)
    form.context.set_offline(True)
    form.get_by_role("button", name="Send the answer").click()
    form.get_by_text("There is no connection now").wait_for()
    form.context.set_offline(False)
    form.goto(at("post-create", talk.pk))
    assert field(form).input_value() == TEXT
    assert not Post.objects.filter(text=TEXT).exists()


def test_the_room_is_told_when_it_becomes_little(form):
    field(form).fill("ā" * 15_000)
    form.get_by_text("Room used: 92 of 100").wait_for()


def test_similar_topics_show_themselves_while_a_title_is_typed(visitor, talk):
    page = visitor(talk.janis)
    page.goto(at("topic-create", talk.section.translation_key))
    page.get_by_label("What it is about, in one line").press_sequentially("Soliņi pie ezera")
    page.get_by_role("link", name=talk.title).wait_for()
    field(page).fill(TEXT)
    page.get_by_role("button", name="Begin the topic").click()
    page.get_by_text(TEXT).first.wait_for()
    assert Topic.objects.latest("pk").title == "Soliņi pie ezera"


def test_somebody_without_scripts_or_account_answers_by_a_code(visitor, talk):
    page = visitor(java_script_enabled=False)
    page.goto(at("post-create", talk.pk))
    field(page).fill(TEXT)
    page.get_by_role("button", name="Look at it first").click()
    assert TEXT in page.locator(".writing__preview").inner_text()
    page.get_by_label("Your e-mail address").fill("liga@example.test")
    page.get_by_role("button", name="Send the answer").click()
    letter = Letter.objects.get(address="liga@example.test")
    page.locator("input[name=code]").fill(letter.context["code"])
    page.get_by_role("button", name="Confirm").click()
    page.get_by_role("link", name="Go on").click()
    assert TEXT in page.locator("main").inner_text()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["lv", "en"])
def test_axe_finds_nothing_and_nothing_is_too_wide(visitor, talk, language, theme):
    editor = world.person("redaktore@example.test")
    editor.groups.add(Group.objects.get(name=EDITORS))
    post = making.post(talk, talk.janis, TEXT)
    held = making.post(talk, talk.janis, "Gaidu, kad mani izlasa.", is_held=True)
    closed = making.topic(talk.section, "Slēgta", talk.anna)
    Topic.objects.filter(pk=closed.pk).update(is_closed=True)
    own = [("post-edit", post.pk), ("post-delete", post.pk)]
    page = visitor(talk.janis, color_scheme=theme)
    found = []
    for name, key in own:
        found += faults_of(page, at(name, key, language=language))
    page.goto(at("post-edit", post.pk, language=language))
    page.locator("textarea[data-writing]").fill(f"{TEXT} Un lampu.")
    page.locator("form.writing button.button:not([name])").click()
    found += faults_of(page, at("post-versions", post.pk, language=language))
    anybody = visitor(color_scheme=theme)
    for name, key in (
        ("post-create", talk.pk),
        ("topic-create", talk.section.translation_key),
        ("received", held.submission),
        ("post-create", closed.pk),
    ):
        found += faults_of(anybody, at(name, key, language=language))
    works = visitor(editor, color_scheme=theme)
    works.goto(at("topic-create", talk.section.translation_key, language=language))
    for summary in works.locator("form.writing summary").all():
        summary.click()
    works.locator("form.writing button.button:not([name])").click()
    found += faults_shown(works, "the form with everything wrong")
    assert found == []
