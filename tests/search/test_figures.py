"""What is below its floor is said to be so."""

from tests.search import spelling, stemming
from tests.search.figures import Figure, table


def test_what_is_below_its_floor_is_too_low():
    assert Figure("a", 0.95, 0.96).is_too_low
    assert not Figure("a", 0.96, 0.96).is_too_low
    assert not Figure("a", 0.1).is_too_low
    assert "| a | 0.950 | 0.960 | too low |" in table([Figure("a", 0.95, 0.96)])
    assert "| words | 20,000 |  |  |" in table([Figure("words", 20_000, decimals=0)])


def test_quality_counts_what_is_found_and_what_of_it_is_right():
    words = [word for word in stemming.paradigms() if "tilts" in word.forms]
    of_all = stemming.quality(lambda form: ["same"], words)
    assert of_all.recall == 1 and of_all.precision < 0.01
    of_one = stemming.quality(lambda form: ["tilt"] if form.startswith("tilt") else [], words)
    assert (of_one.recall, of_one.precision, of_one.queries) == (1, 1, len(words[0].forms))
    assert stemming.quality(lambda form: [form], words).recall == 0


def test_words_with_one_mistake_are_mostly_found():
    (figure,) = spelling.figures()
    assert not figure.is_too_low
