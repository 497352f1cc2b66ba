"""A discussion from its first word to the last about it, by everybody whom it concerns.

Once at a desk, and once on a phone without JavaScript, against the running demo.
"""

import re
import time
from types import SimpleNamespace

import pytest

from tests.journeys.test_signing_in import LETTER_WITHIN, code_for

DESK = {"viewport": {"width": 1280, "height": 900}}
PHONE = {
    "viewport": {"width": 360, "height": 740},
    "is_mobile": True,
    "has_touch": True,
    "java_script_enabled": False,
}
FOLLOWER, REPORTER = "iedzivotajs@kopa.test", "valdis@kopa.test"
EDITOR, ADMIN = "redaktore@kopa.test", "admin@kopa.test"
# Wagtail's own frame needs scripts, so that whoever has none uses the queue on the site.
BACKSTAGE, SITE = "/admin/moderesana/", "/en/forum/moderation/"
FIGURES = ("Posts removed", "Reports of residents", "Objections", "The decision stood")


@pytest.fixture(
    params=[
        pytest.param((DESK, "surroundings", "Lampas", BACKSTAGE), id="desk"),
        pytest.param(
            (PHONE, "children-and-school", "Lampiņas", SITE), id="phone-without-javascript"
        ),
    ]
)
def town(request, browser, base_url):
    """Whoever takes part, each with a browser of their own, in one section of the demo's forum."""
    options, section, lamps, queue = request.param
    contexts = []

    def open_as(address=None):
        context = browser.new_context(base_url=base_url, **options)
        contexts.append(context)
        page = context.new_page()
        if address:
            page.goto("/en/account/sign-in/")
            page.get_by_role("button", name=address, exact=True).click()
            page.wait_for_url(re.compile(r"/people/me/|/admin/"))
        return page

    yield SimpleNamespace(
        open_as=open_as,
        section=f"/en/forum/{section}/",
        title=f"{lamps} pie pieturas {section}",
        words=f"{lamps} nedeg jau trešo nedēļu, {section}.",
        address=f"{section}@example.test",
        queue=queue,
    )
    [context.close() for context in contexts]


def fits(page):
    """Nothing on the page is wider than the screen."""
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth"), page.url


def open_page(page, address):
    page.goto(address)
    fits(page)


def press(page, name, *, within="main"):
    """Press the only button or link of this name, and look at the page that comes."""
    choice = page.locator(within).locator("button, a").filter(has_text=re.compile(f"^{name}"))
    assert choice.count() == 1, (name, page.url, page.inner_text(within))
    click(page, choice)


def click(page, choice):
    """Press it, and look at the page that comes."""
    with page.expect_navigation():
        choice.click()
    fits(page)


def agree(page):
    if page.locator("[name=agrees]").count():
        page.check("[name=agrees]")


def letter_to(page, address, subject) -> str:
    """The text of the newest letter to the address of which the subject says this."""
    ends_at = time.monotonic() + LETTER_WITHIN
    while time.monotonic() < ends_at:
        for letter in page.request.get("/vestules/").text().split("<article")[1:]:
            heading = re.search(r"<h2>(.*?)</h2>", letter, re.DOTALL)[1]
            if address in letter and subject in heading:
                return letter
        time.sleep(1)
    raise AssertionError(f"No letter “{subject}” to {address} came.")


def figures(page) -> dict[str, int]:
    """What the public page counts in the whole of this year."""
    open_page(page, "/en/forum/moderation/figures/")
    rows = page.locator(".figures").first.locator("tbody tr").all()
    told = {row.locator("th").inner_text(): row.locator("td").last.inner_text() for row in rows}
    return {name: int(told[name]) for name in FIGURES}


def waiting(town, page, kind):
    """What of this kind waits about the topic, in the queue."""
    open_page(page, f"{town.queue}?kind={kind}")
    return page.locator("article.review").filter(has_text=town.title)


def begin_topic(town, page):
    open_page(page, town.section)
    press(page, "Begin a topic")
    page.get_by_label("What it is about, in one line").fill(town.title)
    page.get_by_label("What you want to say").fill(town.words)
    page.get_by_label("Your e-mail address").fill(town.address)
    agree(page)
    press(page, "Begin the topic")
    if page.locator("#similar").count():
        press(page, "No, begin my topic")
    page.locator("[name=code]").fill(code_in(letter_to(page, town.address, "code")))
    click(page, page.locator("main form.form button"))
    press(page, "Go on")
    assert "A moderator reads it before everybody sees it." in page.inner_text("main")


def code_in(letter) -> str:
    return re.search(r"<h2>.*?(\d{3}\s?\d{3})", letter)[1]


def test_a_topic_lives_through_everything_that_can_happen_to_it(town):
    resident, follower, editor = town.open_as(), town.open_as(FOLLOWER), town.open_as(EDITOR)
    before = figures(resident)
    topic = let_it_appear(town, resident, follower, editor)
    change(town, resident)
    open_page(follower, topic)
    assert "Skolēni iet tumsā." in follower.inner_text("main")
    report(town, town.open_as(REPORTER))
    hide(town, editor)
    open_page(follower, topic)
    assert town.words not in follower.inner_text("main")
    stranger = object_by_letter(town)
    assert waiting(town, editor, "objection").locator("button[value=uphold]").count() == 0
    admin = town.open_as(ADMIN)
    click(admin, waiting(town, admin, "objection").locator("button[value=uphold]"))
    letter_to(stranger, town.address, "the decision stands")
    assert figures(stranger) == {name: count + 1 for name, count in before.items()}


def let_it_appear(town, resident, follower, editor) -> str:
    """From the first word until the follower reads it by the link of a letter; its address."""
    open_page(follower, town.section)
    press(follower, "Follow")
    begin_topic(town, resident)
    open_page(follower, town.section)
    assert town.title not in follower.inner_text("main")
    click(editor, waiting(town, editor, "new").locator("button[value=approve]"))
    assert waiting(town, editor, "new").count() == 0
    letter = letter_to(follower, FOLLOWER, town.title)
    open_page(follower, re.search(r'href="https?://[^/"]+(/[^"]+)"', letter)[1])
    assert town.words in follower.inner_text("main")
    return follower.url.split("#")[0]


def change(town, page):
    sign_in_by_code(town, page)
    open_topic(town, page)
    press(page, "Change it")
    page.get_by_label("What you want to say").fill(f"{town.words} Skolēni iet tumsā.")
    press(page, "Save")


def hide(town, editor):
    """Out of the queue, with a reason."""
    review = waiting(town, editor, "reports")
    assert "Rakstīts par citu ciemu" in review.inner_text()
    review.locator("select[name=reason]").select_option(index=1)
    review.locator("textarea[name=note]").fill("Par lampām raksta citā tēmā.")
    click(editor, review.locator("button[value=hide]"))


def sign_in_by_code(town, page):
    open_page(page, "/en/account/sign-in/")
    page.fill("#id_email", town.address)
    press(page, "Send me a code")
    page.fill("#id_code", code_for(page, town.address))
    press(page, "Sign in$")


def open_topic(town, page):
    """By the list of the section, as people find it."""
    open_page(page, town.section)
    press(page, town.title)


def report(town, page):
    open_topic(town, page)
    press(page, "Report this")
    page.get_by_label("What is wrong with it").select_option(index=1)
    page.get_by_label("In your own words").fill("Rakstīts par citu ciemu.")
    agree(page)
    press(page, "Send the report")


def object_by_letter(town):
    """Open the decision by the link of its letter, without signing in, and object."""
    page = town.open_as()
    letter = letter_to(page, town.address, "has hidden your post")
    assert "Par lampām raksta citā tēmā." in letter
    open_page(page, re.search(r"/en/forum/decision/letter/[\w:.-]+/", letter)[0])
    page.get_by_label("Why you object").fill("Tā ir cita pietura.")
    press(page, "Send the objection")
    assert "Tā ir cita pietura." in page.inner_text("main")
    return page
