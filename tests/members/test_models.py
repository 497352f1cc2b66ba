import pytest
from django.contrib.auth import authenticate
from django.db import IntegrityError, transaction

from members.models import User
from tests import world


def test_an_address_belongs_to_one_person_in_any_letter_case(db):
    world.person("Anna@Example.test")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("anna@example.TEST")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.bulk_create([User(email="ANNA@example.test")])


def test_a_person_signs_in_with_an_address_in_any_letter_case(db):
    person = world.person("anna@example.test")
    assert authenticate(username="Anna@EXAMPLE.test", password=world.PASSWORD) == person
    assert authenticate(username="anna@example.test", password="cita parole") is None


def test_a_person_without_a_password_cannot_sign_in(db):
    person = User.objects.create_user("anna@example.test")
    assert not person.has_usable_password()
    assert authenticate(username="anna@example.test", password="") is None


@pytest.mark.parametrize("address", ["", None])
def test_a_person_has_an_address(db, address):
    with pytest.raises(ValueError, match="address"):
        User.objects.create_user(address)


def test_an_administrator_may_do_everything(db):
    person = User.objects.create_superuser("saimniece@example.test", world.PASSWORD)
    assert person.has_perm("wagtailadmin.access_admin")
    assert authenticate(username=person.email, password=world.PASSWORD) == person


def test_a_person_is_called_by_name_and_else_by_address(db):
    person = world.person("anna@example.test")
    assert str(person) == "anna@example.test"
    person.first_name, person.last_name = "Anna", "Bērziņa"
    assert str(person) == "Anna Bērziņa"
