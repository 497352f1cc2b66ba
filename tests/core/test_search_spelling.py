"""One typing error is forgiven in a key of four letters and more, none in a number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.search_spelling import is_near, variants

LETTERS = st.text(alphabet="abcdeš", min_size=4, max_size=12)
NEAR = [
    ("skol", "skol"),
    ("skol", "sklo"),
    ("skol", "skool"),
    ("skol", "skil"),
    ("biedrib", "biedib"),
    ("biedrib", "beidrib"),
    ("biedrib", "biedrin"),
    ("biedrib", "biedribb"),
    ("gulben", "ulben"),
    ("laik", "lak"),
]
APART = [
    ("skol", "kols"),
    ("skol", "sak"),
    ("biedrib", "biedr"),
    ("biedrib", "beidrbi"),
    ("biedrib", "riedbib"),
    ("up", "u"),
    ("zem", "zim"),
    ("2024", "2025"),
    ("lv4401", "lv4410"),
    ("", "a"),
]


def edited(draw, key: str) -> str:
    at = draw(st.integers(0, len(key) - 1))
    letter = draw(st.sampled_from("abcdeš"))
    return draw(
        st.sampled_from(
            [
                key[:at] + letter + key[at:],
                key[:at] + key[at + 1 :],
                key[:at] + letter + key[at + 1 :],
                key[:at] + key[at : at + 2][::-1] + key[at + 2 :],
            ]
        )
    )


@pytest.mark.parametrize(("one", "other"), NEAR)
def test_one_edit_is_near(one, other):
    assert is_near(one, other) and is_near(other, one)
    assert not variants(one).isdisjoint(variants(other))


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_is_short_or_a_number_or_two_edits_away_is_not_near(one, other):
    assert not is_near(one, other) and not is_near(other, one)


def test_variants_of_what_is_not_forgiven_are_itself_alone():
    assert variants("zem") == {"zem"}
    assert variants("2024") == {"2024"}
    assert variants("skol") == {"skol", "kol", "sol", "skl", "sko"}


@given(st.data(), LETTERS)
def test_whatever_is_one_edit_away_shares_a_variant_and_is_near(data, key):
    other = edited(data.draw, key)
    assert is_near(key, other)
    assert not variants(key).isdisjoint(variants(other))


@given(LETTERS, LETTERS)
def test_near_is_what_the_table_of_distances_says(one, other):
    assert is_near(one, other) == (distance(one, other) <= 1)


def distance(one: str, other: str) -> int:
    """Edits from one to the other, swaps of neighbours among them, by the whole table."""
    rows = [list(range(len(other) + 1))]
    for i, here in enumerate(one, 1):
        rows.append([i])
        for j, there in enumerate(other, 1):
            best = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (here != there))
            if i > 1 and j > 1 and here == other[j - 2] and there == one[i - 2]:
                best = min(best, rows[i - 2][j - 2] + 1)
            rows[i].append(best)
    return rows[-1][-1]
