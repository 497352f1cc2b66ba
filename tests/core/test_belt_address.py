import pytest
from django.test import Client
from hypothesis import given

from core.belt import belt, belt_of, word_of
from tests.core.test_belt import belts


@given(belts)
def test_a_word_stands_for_one_belt(woven):
    word = word_of(woven)
    assert belt_of(word) == woven
    assert len(word) <= 12 and word.isalnum()


@pytest.mark.parametrize(
    "word", ["", "a", "a11102ih", "a11102ihihih", "b11102ihi", "az1102ihi", "a111 2ihi"]
)
def test_no_other_word_stands_for_a_belt(word):
    with pytest.raises(ValueError, match="no belt"):
        belt_of(word)


@pytest.mark.parametrize("shape", ["day", "night", "mark"])
def test_a_belt_is_a_file_that_never_changes(db, shape):
    answer = Client().get(f"/josta/{word_of(belt('Tirza'))}-{shape}.svg")
    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.content.startswith(b"<svg")


@pytest.mark.parametrize("path", ["zzz-day", "a11102ihi-noon", "a11102ihiz-day"])
def test_no_belt_is_not_found(db, path):
    assert Client().get(f"/josta/{path}.svg").status_code == 404
