import pytest
from django.utils.translation import override

from core.file_text.reading import Place, PlaceKind, Trouble
from core.file_text.words import label_of, sentence_of


@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_has_a_sentence_that_says_what_to_do(trouble):
    with override("en"):
        assert "Please" in str(sentence_of(trouble))


@pytest.mark.parametrize(
    ("place", "label"),
    [
        (Place(PlaceKind.PAGE, "x", 3), "page 3"),
        (Place(PlaceKind.SLIDE, "x", 12), "slide 12"),
        (Place(PlaceKind.SHEET, "x", 2, "Budžets"), "sheet “Budžets”"),
        (Place(PlaceKind.SECTION, "x", 2, "Ievads"), "section “Ievads”"),
        (Place(PlaceKind.SECTION, "x", 1), ""),
        (Place(PlaceKind.WHOLE, "x"), ""),
    ],
)
def test_a_place_is_called_as_people_call_it(place, label):
    with override("en"):
        assert label_of(place) == label
