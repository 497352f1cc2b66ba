"""The kinds of letters that the site has, and how one is found."""

import pytest
from django.apps import apps
from django.template.loader import get_template
from django.utils.translation import override

from notifications import kinds
from notifications.kinds import Kind, UnknownKind

SITES_OWN = dict(kinds._registry)


@pytest.fixture
def own():
    return {name: kind for name, kind in SITES_OWN.items() if name != "soak"}


def test_a_kind_is_found_by_its_name():
    kind = Kind("gada-pārskats", "letters/plain.txt", label="Gada pārskats")
    kinds.register(kind)
    assert kinds.kind_of("gada-pārskats") is kind
    assert kinds.words_for("gada-pārskats") == "Gada pārskats"


def test_a_kind_that_is_not_there(now):
    with pytest.raises(UnknownKind):
        kinds.kind_of("nav")
    assert kinds.words_for("nav") == "nav"


def test_every_kind_of_the_site_has_a_template_and_a_name(own):
    assert apps.is_installed("notifications")
    for kind in own.values():
        get_template(kind.template)
        with override("lv"):
            assert str(kind.label), kind.name


def test_who_is_not_refused_may_receive(now):
    assert Kind("a", "b").may_receive(None, now)
