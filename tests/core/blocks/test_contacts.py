"""Cards of people: who they are and how to reach them."""

import pytest
from django.core.exceptions import ValidationError

from core.blocks.names import dialled
from tests.core.blocks.samples import cleaned, person, shown, told


def contacts(*people):
    return "contacts", {"heading": "Kam zvanīt", "people": list(people)}


def test_a_card_calls_and_writes(client, site):
    card = shown(client, site, contacts(person())).select_one(".contact")
    assert [link["href"] for link in card.select("a")] == [
        "tel:+37164400000",
        "mailto:anna@example.test",
    ]
    assert "Anna Ozola" in card.get_text()
    assert "Pārvaldes vadītāja" in card.get_text()


def test_an_office_stands_under_its_own_name(client, site):
    card = shown(client, site, contacts({"role": "Bibliotēka"})).select_one(".contact")
    assert card.get_text(strip=True) == "Bibliotēka"


def test_it_refuses_a_card_of_nobody():
    with pytest.raises(ValidationError) as error:
        cleaned(*contacts(person(name="", role=" ")))
    assert "Write a name" in told(error)


@pytest.mark.parametrize("phone", ["jautā Annai", "12", "+371 64400000, 64400001", "64<b>400"])
def test_it_refuses_what_cannot_be_dialled(phone):
    with pytest.raises(ValidationError) as error:
        cleaned(*contacts(person(phone=phone)))
    assert "+371 64497710" in told(error)


@pytest.mark.parametrize("phone", ["64400000", "+371 6440 0000", "(+371) 6440-0000", "112"])
def test_it_takes_numbers_as_people_write_them(phone):
    assert cleaned(*contacts(person(phone=phone)))["people"][0]["phone"] == phone


def test_it_refuses_an_address_that_is_no_e_mail():
    with pytest.raises(ValidationError):
        cleaned(*contacts(person(email="javascript:alert(1)")))


@pytest.mark.parametrize(
    ("phone", "number"),
    [("(+371) 6440-0000", "+37164400000"), ("6440 0000", "64400000"), ("<b>", ""), (None, "")],
)
def test_what_is_dialled_are_digits(phone, number):
    assert dialled(phone) == number
