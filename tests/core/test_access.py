from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.http import Http404
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Page, get_page_models

from core.access import SignInNeeded, check_page, document_for, visible_pages
from core.models import BasePage, HubDocument
from core.roles import EDITORS
from home.models import StandardPage
from tests import world

NOW = timezone.now()
PDF = b"%PDF-1.4\n%%EOF\n"


def the(people, name):
    return AnonymousUser() if name == "nobody" else getattr(people, name)


def outcome(door, *arguments):
    """What the door does: None when it lets the person in, else what it raises."""
    try:
        door(*arguments)
    except (Http404, SignInNeeded, PermissionDenied) as refusal:
        return type(refusal)
    return None


CIRCLES = [
    ("everyone", "nobody", None),
    ("everyone", "resident", None),
    ("signed_in", "nobody", SignInNeeded),
    ("signed_in", "resident", None),
    ("signed_in", "editor", None),
    ("leaders", "nobody", SignInNeeded),
    ("leaders", "resident", PermissionDenied),
    ("leaders", "editor", None),
    ("leaders", "admin", None),
]


@pytest.mark.parametrize(("audience", "person", "expected"), CIRCLES)
def test_the_door_of_a_page_lets_its_circle_in(site, people, audience, person, expected):
    page = world.standard_page(site.home, "Lapa", audience=audience)
    assert outcome(check_page, page, the(people, person), NOW) is expected


@pytest.mark.parametrize(("audience", "person", "expected"), CIRCLES)
def test_the_door_of_a_translation_lets_the_circle_of_its_source_in(
    site, people, audience, person, expected
):
    page = world.standard_page(site.home, "Lapa", audience=audience)
    english = world.translated(page)
    # Even when the translation's own row says otherwise.
    StandardPage.objects.filter(pk=english.pk).update(audience="everyone")
    english = StandardPage.objects.get(pk=english.pk)
    assert outcome(check_page, english, the(people, person), NOW) is expected


@pytest.mark.parametrize("person", ["nobody", "resident", "editor", "admin"])
def test_the_door_hides_a_draft_from_everybody(site, people, person):
    page = world.standard_page(site.home, "Lapa", is_published=False)
    assert outcome(check_page, page, the(people, person), NOW) is Http404


@pytest.mark.parametrize(
    ("expires", "expected"), [(None, None), (timedelta(seconds=1), None), (timedelta(0), Http404)]
)
def test_the_door_hides_a_page_from_its_expiry_on(site, expires, expected):
    page = world.standard_page(site.home, "Lapa")
    page.expire_at = expires if expires is None else NOW + expires
    assert outcome(check_page, page, AnonymousUser(), NOW) is expected


@pytest.mark.parametrize(
    "hidden", [{"live": False}, {"expire_at": NOW - timedelta(seconds=1)}], ids=["draft", "expired"]
)
def test_the_door_hides_a_translation_whose_source_is_hidden(site, hidden):
    page = world.standard_page(site.home, "Lapa")
    english = world.translated(page)
    assert outcome(check_page, english, AnonymousUser(), NOW) is None
    StandardPage.objects.filter(pk=page.pk).update(**hidden)
    english = StandardPage.objects.get(pk=english.pk)
    assert outcome(check_page, english, AnonymousUser(), NOW) is Http404


@pytest.fixture
def document(db):
    """A document in a collection of its own."""
    collection = Collection.get_first_root_node().add_child(name="Protokoli")
    file = ContentFile(PDF, name="protokols.pdf")
    return HubDocument.objects.create(title="Protokols", file=file, collection=collection)


def fetch(document, user):
    return outcome(document_for, user, document.pk, document.filename, NOW)


def restrict(collection, kind, **fields):
    return CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=kind, **fields
    )


def test_the_door_of_documents_gives_the_document(document):
    assert document_for(AnonymousUser(), document.pk, "protokols.pdf", NOW) == document


def test_the_door_of_documents_asks_for_the_right_name(document):
    assert outcome(document_for, AnonymousUser(), document.pk, "cits.pdf", NOW) is Http404
    assert outcome(document_for, AnonymousUser(), document.pk + 1, "protokols.pdf", NOW) is Http404


@pytest.mark.parametrize(
    ("kind", "person", "expected"),
    [
        ("none", "nobody", None),
        ("login", "nobody", SignInNeeded),
        ("login", "resident", None),
        ("groups", "nobody", SignInNeeded),
        ("groups", "resident", PermissionDenied),
        ("groups", "editor", None),
        ("groups", "admin", None),
        # There is no way to type a password at this door, so it stays shut.
        ("password", "nobody", SignInNeeded),
        ("password", "editor", PermissionDenied),
        ("password", "admin", None),
    ],
)
@pytest.mark.parametrize("is_nested", [False, True])
def test_the_door_of_documents_keeps_a_closed_collection_closed(
    document, people, kind, person, expected, is_nested
):
    restriction = restrict(document.collection, kind)
    restriction.groups.add(Group.objects.get(name=EDITORS))
    if is_nested:
        document.collection = document.collection.add_child(name="Iekšpusē")
        document.save()
    assert fetch(document, the(people, person)) is expected


def test_the_door_of_documents_asks_every_restriction_above(document, people):
    restrict(Collection.get_first_root_node(), "login")
    restrict(document.collection, "groups").groups.add(Group.objects.get(name=EDITORS))
    assert fetch(document, people.resident) is PermissionDenied
    assert fetch(document, people.editor) is None


@pytest.mark.parametrize(
    ("person", "titles"),
    [
        ("nobody", {"Visiem"}),
        ("resident", {"Visiem", "Savējiem"}),
        ("editor", {"Visiem", "Savējiem", "Līderiem"}),
        ("admin", {"Visiem", "Savējiem", "Līderiem"}),
    ],
)
def test_only_visible_pages_are_found(site, people, person, titles):
    world.standard_page(site.home, "Visiem")
    world.standard_page(site.home, "Savējiem", audience="signed_in")
    world.article(site.news, "Līderiem", audience="leaders")
    world.standard_page(site.home, "Melnraksts", is_published=False)
    found = visible_pages(the(people, person)).filter(depth__gt=2, locale=site.home.locale)
    first_pages = {"Kopienas", "Jaunumi", "Kalendārs", "Krātuve", "Forums"}
    assert set(found.values_list("title", flat=True)) == titles | first_pages


def test_nobody_in_particular_sees_what_strangers_see(site):
    world.standard_page(site.home, "Savējiem", audience="signed_in")
    assert not visible_pages(None).filter(title="Savējiem").exists()


def test_every_page_type_goes_through_the_door():
    # The view of pages answers 404 for a page of any other base.
    assert all(issubclass(model, BasePage) for model in get_page_models() if model is not Page)
