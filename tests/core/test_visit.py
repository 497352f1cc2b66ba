from contextlib import contextmanager
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.test import RequestFactory
from django.utils import timezone
from wagtail.models import Page

from core import stamp
from core.models import Audience
from core.visit import forget, shared_fact, shared_pieces, visit_of
from tests import world

asked = []


@shared_fact
def titles(visit, depth):
    """What a fact is made of here: the titles at a depth, for the visitor's circle."""
    asked.append(depth)
    return tuple(Page.objects.filter(depth=depth).values_list("title", flat=True))


def visit_by(user=None):
    request = RequestFactory().get("/lv/")
    request.user = user or AnonymousUser()
    return visit_of(request)


@contextmanager
def asks(times):
    """What happens in the block asks the database for the fact so many times."""
    asked.clear()
    yield
    assert len(asked) == times


@pytest.fixture
def lasting(transactional_db):
    """The site, outside of any transaction, as a running server sees it."""
    yield world.first_pages()
    forget()


def test_a_request_is_one_visit(site):
    request = RequestFactory().get("/lv/")
    assert visit_of(request) is visit_of(request)
    assert visit_of(request).circles == (Audience.EVERYONE,)


def test_a_fact_is_asked_once_while_nothing_changes(lasting):
    with asks(1):
        assert titles(visit_by(), 2) == titles(visit_by(), 2)


def test_a_change_makes_facts_be_asked_again(lasting):
    titles(visit_by(), 2)
    lasting.home.title = "Cita sākumlapa"
    lasting.home.save_revision().publish()
    with asks(1):
        assert "Cita sākumlapa" in titles(visit_by(), 2)


def test_arguments_and_circles_have_facts_of_their_own(lasting, people):
    with asks(3):
        for user, depth in ((None, 2), (None, 3), (people.resident, 2), (None, 3)):
            titles(visit_by(user), depth)


def test_what_a_transaction_sees_is_not_told_to_others(lasting):
    try:
        with transaction.atomic():
            lasting.home.title = "Nekad"
            lasting.home.save()
            assert "Nekad" in titles(visit_by(), 2)
            raise InterruptedError
    except InterruptedError:
        stamp.bump()
    assert "Nekad" not in titles(visit_by(), 2)


def test_a_state_ends_when_a_page_expires(lasting):
    with time_machine.travel("2026-05-10T08:00:00+00:00", tick=False) as clock:
        page = world.standard_page(lasting.home, "Drīz beigsies", slug="driz")
        page.expire_at = timezone.now() + timedelta(hours=1)
        page.save_revision().publish()
        with asks(2):
            titles(visit_by(), 3)
            clock.shift(3599)
            titles(visit_by(), 3)
            clock.shift(1)
            titles(visit_by(), 3)


def test_a_page_lies_at_the_address_that_its_place_in_the_tree_says(site):
    above = world.standard_page(site.home, "Projekts", slug="projekts")
    world.translated(world.standard_page(above, "Darbnīcas", slug="darbnicas"))
    for page in Page.objects.filter(depth__gt=1):
        assert page.get_url() == page.url_path


@shared_pieces
def names(visit, depths, ending):
    """What a piece is made of here: the titles at each of the depths, for those that are."""
    asked.append(tuple(depths))
    found = {depth: Page.objects.filter(depth=depth).first() for depth in depths}
    return {depth: f"{page.title}{ending}" for depth, page in found.items() if page}


def test_only_missing_pieces_are_written(lasting):
    with asks(2):
        names(visit_by(), [2, 1], ".")
        assert names(visit_by(), [1, 3, 2], ".") == [*names(visit_by(), [1, 3, 2], ".")]
    assert asked == [(2, 1), (3,)]


def test_pieces_keep_the_order_that_was_asked_for_and_leave_out_what_is_not(lasting):
    ordered = names(visit_by(), [2, 99, 1], "!")
    assert ordered == [names(visit_by(), [2], "!")[0], names(visit_by(), [1], "!")[0]]


def test_a_change_makes_pieces_be_written_again(lasting):
    names(visit_by(), [2], ".")
    lasting.home.title = "Cita sākumlapa"
    lasting.home.save_revision().publish()
    assert names(visit_by(), [2], ".") == ["Cita sākumlapa."]


def test_pieces_of_other_circles_and_arguments_are_others(lasting, people):
    with asks(3):
        for user, ending in ((None, "."), (people.resident, "."), (None, "!"), (None, ".")):
            names(visit_by(user), [2], ending)
