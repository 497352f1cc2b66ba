import pytest

from members.names import has_invisible, is_confusable, names_an_office, skeleton

STAFF = ["Ilze Bērziņa", "Kopā"]


@pytest.mark.parametrize(
    "name",
    [
        "Ilze Bērziņa",
        "ilze berzina",
        "ILZE  BĒRZIŅA",
        "IlzeBerzina",
        "llze Bērziņa",
        "I1ze Berzina",
        "Iļze Bērziņa",
        "Іlzе Веrzina",
        "Ilze.Bērziņa",
        "𝐈lze Bērziņa",
        "Ilze B3rzina",
        "KOPĀ",
        "K0pa",
        "Кора",
        "Κοpα",
    ],
)
def test_names_that_look_like_those_of_staff_are_known(name):
    assert is_confusable(name, STAFF)


@pytest.mark.parametrize("name", ["Ilze", "Ilga Bērziņa", "Ilze Kalniņa", "Kopiene", "Anna"])
def test_other_names_are_free(name):
    assert not is_confusable(name, STAFF)


@pytest.mark.parametrize(
    "name",
    [
        "Redaktors",
        "redaktore Anna",
        "R3daktors",
        "Re daktors",
        "Administrators",
        "Adminístrācija",
        "Gulbenes novads",
        "Gulbenes novada redakcija",
        "Pašvaldība",
        "pasvaldiba",
        "Moderators",
        "Mоdеrаtоrs",
        "Редактор",
        "admin",
        "Dzēsts lietotājs",
        "Municipality of Gulbene",
    ],
)
def test_names_of_offices_are_known(name):
    assert names_an_office(name)


@pytest.mark.parametrize(
    "name", ["Anna no Gulbenes", "Jānis", "Adele", "Ilmārs Redis", "Kopdarbs", "Администрация"[:3]]
)
def test_names_of_people_are_no_offices(name):
    assert not names_an_office(name)


@pytest.mark.parametrize("name", ["An\u200bna", "\u202eannA", "Anna\u2066", "A\x00nna", "A\ufeff"])
def test_what_cannot_be_seen_is_found(name):
    assert has_invisible(name)


def test_a_skeleton_is_the_same_for_what_looks_the_same():
    assert skeleton("Vārna") == skeleton("VAMA") == skeleton("varna")
    assert skeleton("") == ""
