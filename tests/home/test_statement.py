from datetime import date
from types import SimpleNamespace

import html5lib
import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from wagtail.models import Site
from wagtail.test.utils.form_data import inline_formset, nested_form_data, querydict_from_html

from core.models import SiteSettings
from home.models import HomePage
from home.statement import ENFORCEMENT, AccessibilityStatementPage, InaccessibleContent
from tests import world
from tests.growth import MOST_QUERIES, assert_same_queries, queries_of

Reason = InaccessibleContent.Reason


def statement(site, **fields) -> AccessibilityStatementPage:
    """A published statement with one thing that is not accessible for each reason."""
    fields = {
        "organisation": "Gulbenes novada pašvaldība",
        "assessor": "Pašvaldības redakcija",
        "assessment": "Izlase no 14 lapām.",
        "assessed_date": date(2026, 10, 1),
        "prepared_date": date(2026, 10, 2),
        **fields,
    }
    gaps = [
        InaccessibleContent(what="Vecie protokoli", reason=Reason.BURDEN, alternative="Zvaniet."),
        InaccessibleContent(what="Arhīva video", reason=Reason.OUT_OF_SCOPE),
        InaccessibleContent(what="Karte", reason=Reason.NON_COMPLIANCE),
    ]
    return world.statement(site.home, gaps=gaps, **fields)


def text_of(address) -> str:
    return Client().get(address).content.decode()


def test_it_says_all_that_the_model_statement_asks_for_in_its_order(site):
    statement(site)
    html = text_of("/lv/pieklustamiba/")
    parts = [
        "Gulbenes novada pašvaldība",
        "http://localhost",
        "Karte",
        "Vecie protokoli",
        "Arhīva video",
        "Izlase no 14 lapām.",
        "2026-10-01",
        "2026-10-02",
        "tiesibsargs@tiesibsargs.lv",
    ]
    main = html.partition("<main")[2]
    places = [main.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("status", AccessibilityStatementPage.Status.values)
def test_it_says_in_words_how_far_the_site_complies(site, status):
    page = statement(site, status=status, standard="LVS EN 301 549")
    html = text_of("/lv/pieklustamiba/")
    assert page.get_status_display() in html
    assert html.count("LVS EN 301 549") == 1


def test_it_is_clean_html_in_both_languages(site):
    world.translated(statement(site))
    for address in ("/lv/pieklustamiba/", "/en/pieklustamiba/"):
        parser = html5lib.HTMLParser()
        parser.parse(text_of(address))
        assert parser.errors == []


def test_all_of_it_is_translated_and_its_dates_are_the_same(site):
    latvian = statement(site, feedback_phone="64 400 000")
    english = world.translated(latvian)
    assert english.live
    assert english.organisation == "GULBENES NOVADA PAŠVALDĪBA"
    assert english.enforcement == ENFORCEMENT.upper()
    assert [gap.what for gap in english.gaps.all()] == ["VECIE PROTOKOLI", "ARHĪVA VIDEO", "KARTE"]
    assert [gap.reason for gap in english.gaps.all()] == [gap.reason for gap in latvian.gaps.all()]
    for name in ("status", "assessed_date", "prepared_date", "feedback_phone"):
        assert getattr(english, name) == getattr(latvian, name)


def test_readers_write_to_the_site_unless_the_statement_names_somebody(site):
    of_site = SiteSettings.for_site(Site.objects.get())
    of_site.email, of_site.phone = "kopa@example.lv", "64 400 000"
    of_site.save()
    page = statement(site)
    main = text_of("/lv/pieklustamiba/").partition("<main")[2].partition("</main>")[0]
    assert 'href="mailto:kopa@example.lv"' in main
    assert 'href="tel:64400000"' in main
    page.feedback_email = "pieklustamiba@example.lv"
    page.save_revision().publish()
    main = text_of("/lv/pieklustamiba/").partition("<main")[2].partition("</main>")[0]
    assert 'href="mailto:pieklustamiba@example.lv"' in main
    assert 'href="mailto:kopa@example.lv"' not in main


def test_there_is_one_and_it_stands_below_the_front_page(site):
    assert AccessibilityStatementPage.can_create_at(site.home)
    statement(site)
    assert not AccessibilityStatementPage.can_create_at(HomePage.objects.get(pk=site.home.pk))
    assert not AccessibilityStatementPage.can_create_at(site.news)


@pytest.mark.parametrize(
    ("last", "today", "is_due"),
    [
        (date(2026, 10, 2), date(2027, 10, 1), False),
        (date(2026, 10, 2), date(2027, 10, 2), True),
        (date(2026, 10, 2), date(2029, 1, 1), True),
        (date(2026, 10, 2), date(2026, 12, 31), False),
        (date(2028, 2, 29), date(2029, 2, 28), False),
        (date(2028, 2, 29), date(2029, 3, 1), True),
    ],
)
def test_a_review_is_due_after_a_year(last, today, is_due):
    assert AccessibilityStatementPage(prepared_date=last).is_review_due(today) == is_due
    reviewed = AccessibilityStatementPage(prepared_date=date(2020, 1, 1), reviewed_date=last)
    assert reviewed.is_review_due(today) == is_due


@pytest.mark.parametrize(("today", "is_reminded"), [("2027-09-30", False), ("2027-10-03", True)])
def test_the_edit_form_reminds_of_the_review(site, people, today, is_reminded):
    page = statement(site)
    browser = Client()
    browser.force_login(people.editor)
    with time_machine.travel(f"{today}T09:00:00+00:00"):
        browser.force_login(people.editor)
        form = browser.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert ("help-warning" in form) == is_reminded


def test_a_new_statement_begins_with_what_most_statements_say(site, people):
    browser = Client()
    browser.force_login(people.editor)
    names = ["home", "accessibilitystatementpage", site.home.pk]
    form = browser.get(reverse("wagtailadmin_pages:add", args=names)).content.decode()
    assert "Tiesībsarga birojs" in form
    assert "LVS EN 301 549" in form
    assert "help-warning" not in form


@pytest.fixture
def form(site, people):
    """The form of a new statement as an editor has filled it in, and the editor's browser."""
    browser = Client()
    browser.force_login(people.editor)
    names = ["home", "accessibilitystatementpage", site.home.pk]
    address = reverse("wagtailadmin_pages:add", args=names)
    fields = querydict_from_html(browser.get(address).content.decode(), "page-edit-form")
    gap = {"what": "Vecie protokoli", "reason": Reason.BURDEN, "alternative": "Zvaniet."}
    fields.update(nested_form_data({"gaps": inline_formset([gap])}))
    words = {"title": "Paziņojums", "slug": "pazinojums"}
    fields.update(words | {"organisation": "Pašvaldība", "assessor": "Redakcija"})
    return SimpleNamespace(browser=browser, address=address, fields=fields, names=names)


def test_an_editor_makes_one(form):
    form.fields["action-publish"] = "1"
    assert form.browser.post(form.address, form.fields).status_code == 302
    main = text_of("/lv/pazinojums/").partition("<main")[2]
    assert all(words in main for words in ("Vecie protokoli", "Zvaniet.", "Redakcija"))


def test_one_that_was_never_stored_can_be_looked_at(form):
    preview = reverse("wagtailadmin_pages:preview_on_add", args=form.names)
    assert form.browser.post(preview, form.fields).json()["is_valid"]
    html = form.browser.get(preview, {"mode": ""}).content.decode()
    assert "Vecie protokoli" in html
    assert "og:image" not in html


def test_it_asks_the_same_when_it_lists_more(site):
    page = statement(site)

    def grow():
        page.gaps.add(*(InaccessibleContent(what=f"Saturs {number}") for number in range(20)))
        page.save_revision().publish()

    assert_same_queries(["/lv/pieklustamiba/"], grow)


# Outside of a transaction, as in a running server, pages know what all of them share.
@pytest.mark.django_db(transaction=True)
def test_it_asks_no_more_than_a_page_may(site):
    statement(site)
    assert len(queries_of("/lv/pieklustamiba/")) <= MOST_QUERIES
