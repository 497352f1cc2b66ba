"""Whom a post names."""

import pytest

from forum.models import Mention
from tests.forum import making

pytestmark = pytest.mark.django_db


def build(site):
    site.topic = making.topic(making.section(making.forum(site)), author=making.person("Līga"))
    for name in ("Anna", "Anna Bērziņa", "Jānis"):
        making.person(name)


def named_by(site, text) -> set[str]:
    post = making.post(site.topic, text=text)
    names = Mention.objects.filter(post=post).values_list("person__display_name", flat=True)
    return set(names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("@Anna Bērziņa, paldies par soliņu!", {"Anna Bērziņa"}),
        ("@Anna Kalniņa varbūt zina, kur tas ir.", {"Anna"}),
        ("@Jānis Paldies, un @Anna Bērziņa arī.", {"Jānis", "Anna Bērziņa"}),
        ("Rakstiet uz anna@Anna vai Jānis.", set()),
        ("@Neviens to nezina, un @ arī ne.", set()),
    ],
)
def test_the_longest_name_that_somebody_goes_by_is_meant(site, text, names):
    assert named_by(site, text) == names


def test_nobody_names_everybody(site):
    for number in range(12):
        making.person(f"Kaimiņš{number}")
    assert len(named_by(site, " ".join(f"@Kaimiņš{number}," for number in range(12)))) == 10
