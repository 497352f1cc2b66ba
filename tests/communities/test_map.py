import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communities.map import DOT, Place, draw
from communities.map.arranging import EDGE
from communities.map.drawing import APART, LEAST_HIT, MOST_HIT, NARROW_LETTER
from communities.map.lettering import width_of
from communities.map.plane import WIDTH, Box
from demo.build import read
from tests.communities.land import neighbours, ring

LATITUDES = st.floats(56.9, 57.5, allow_nan=False)
LONGITUDES = st.floats(25.9, 27.2, allow_nan=False)
SIZES = ("narrow", "wide")


def places(**rings) -> tuple[Place, ...]:
    """The 14 communities as the map knows them."""
    return tuple(
        Place(
            data["slug"],
            data["short_name"],
            data["centre"]["lat"],
            data["centre"]["lon"],
            tuple(data["neighbours"]),
            rings.get(data["slug"], ()),
        )
        for data in read("communities")
    )


def outline(points) -> tuple:
    return (tuple(map(tuple, points)),)


def dot_of(spot) -> Box:
    """The square that a dot fills."""
    return Box.around((spot.x, spot.y), DOT)


def labels_of(drawing, size) -> dict[str, Box]:
    found = {spot.place.key: getattr(spot, size) for spot in drawing.spots}
    return {key: label.box for key, label in found.items() if label}


def assert_apart(drawing, size):
    """Fail if a label of this size lies on another, on a dot or outside of the drawing."""
    boxes = list(labels_of(drawing, size).values())
    dots = [dot_of(spot) for spot in drawing.spots if not spot.is_on_patch]
    for number, box in enumerate(boxes):
        assert not [other for other in boxes[number + 1 :] if box.overlap(other)]
        assert not [dot for dot in dots if box.overlap(dot)]
        assert box.left >= EDGE - 1
        assert box.right <= WIDTH - EDGE + 1
        assert drawing.top <= box.top < box.bottom <= drawing.top + drawing.height


@pytest.mark.parametrize("size", SIZES)
def test_all_fourteen_labels_stand_and_none_lies_on_another_or_on_a_dot(size):
    drawing = draw(places())
    assert len(labels_of(drawing, size)) == 14
    assert_apart(drawing, size)


@pytest.mark.parametrize("size", SIZES)
def test_labels_on_patches_do_not_lie_on_one_another_either(size):
    west, east = neighbours()
    drawing = draw(places(tirza=outline(west), belava=outline(east)))
    assert {"tirza", "belava"} <= set(labels_of(drawing, size))
    assert_apart(drawing, size)


def test_a_label_has_room_for_the_widest_usual_letters():
    # What these words measure in DejaVu Sans Bold, in parts of the height of the letters.
    for text, wide in {"Jaungulbene": 7.03, "Stāmeriena": 6.5, "Līgo": 2.39, "Ranka": 3.5}.items():
        assert wide <= width_of(text, 100) / 100 <= wide * 1.12


def test_north_is_up_and_east_is_right():
    spots = {spot.place.key: spot for spot in draw(places()).spots}
    assert spots["lejasciems"].y < spots["ligo"].y
    assert spots["ranka"].x < spots["litene"].x


def test_each_pair_of_neighbours_is_joined_once_whoever_says_it():
    drawing = draw(places())
    pairs = {frozenset((thread.one, thread.other)) for thread in drawing.threads}
    said = {frozenset((place.key, other)) for place in places() for other in place.neighbours}
    assert len(pairs) == len(drawing.threads)
    assert pairs == said
    assert frozenset(("tirza", "litene")) not in pairs


def test_a_thread_is_two_yarns_that_meet_in_a_knot():
    drawing = draw(places())
    knots = {thread.knot for thread in drawing.threads}
    ends = []
    for spot in drawing.spots:
        for yarn in re.findall(r"M[^M]+", spot.yarn):
            x, y, *_bend, dx, dy = map(int, re.findall(r"-?\d+", yarn))
            assert (x, y) == (spot.x, spot.y)
            ends.append((x + dx, y + dy))
    assert len(ends) == 2 * len(drawing.threads)
    assert all(ends.count(knot) >= 2 for knot in knots)
    assert drawing.knots.count("M") == len(drawing.threads)


def test_nobody_is_joined_to_a_community_that_is_not_on_the_map_or_to_itself():
    alone = Place("a", "A", 57.1, 26.4, ("a", "b"))
    assert draw((alone,)).threads == ()


def test_a_finger_is_answered_around_every_dot_and_by_one_alone():
    spots = draw(places()).spots
    assert all(LEAST_HIT <= spot.hit <= MOST_HIT for spot in spots)
    # 24 pixels on the smallest phone, where the drawing is 284 pixels wide.
    assert LEAST_HIT * 2 * 284 / WIDTH >= 24
    assert NARROW_LETTER * 284 / WIDTH >= 12
    for number, spot in enumerate(spots):
        for other in spots[number + 1 :]:
            apart = ((spot.x - other.x) ** 2 + (spot.y - other.y) ** 2) ** 0.5
            assert apart >= spot.hit + other.hit - 2


def test_the_order_of_the_places_is_kept_and_changes_nothing_else():
    forwards, backwards = draw(places()), draw(places()[::-1])
    assert [spot.place.key for spot in forwards.spots] == [place.key for place in places()]
    assert {spot.place.key: spot for spot in forwards.spots} == {
        spot.place.key: spot for spot in backwards.spots
    }


def test_a_boundary_takes_the_place_of_the_dot_and_seams_that_of_the_threads():
    west, east = neighbours()
    drawing = draw(places(tirza=outline(west), ligo=outline(east)))
    patched = {spot.place.key for spot in drawing.spots if spot.patch}
    assert patched == {"tirza", "ligo"}
    assert len(drawing.spots) == 14
    assert drawing.seams
    assert not drawing.threads
    assert not any(spot.yarn for spot in drawing.spots)


def test_a_place_without_a_position_is_drawn_by_its_boundary_or_left_out():
    west, _east = neighbours()
    drawing = draw((Place("a", "A", rings=outline(west)), Place("b", "B")))
    assert [spot.place.key for spot in drawing.spots] == ["a"]


def test_a_small_patch_keeps_its_dot():
    west, _east = neighbours()
    town = Place("town", "Pilsēta", rings=outline([[x / 20 + 25, y / 20 + 54] for x, y in west]))
    drawing = draw((Place("parish", "Pagasts", rings=outline(west)), town))
    parish, town = drawing.spots
    assert parish.is_on_patch
    assert not town.is_on_patch
    assert town.patch


def test_no_community_is_an_empty_drawing():
    assert draw(()).spots == ()


def test_two_places_on_one_spot_are_drawn_apart():
    one, other = draw((Place("a", "A", 57.1, 26.4), Place("b", "B", 57.1, 26.4))).spots
    assert other.x - one.x >= APART


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(LATITUDES, LONGITUDES), min_size=1, max_size=30, unique=True))
def test_wherever_places_lie_no_label_lies_on_another_or_on_a_dot(points):
    names = ("Jaungulbene", "Līgo", "Stāmeriena")
    keys = [f"{number:02}" for number in range(len(points))]
    drawing = draw(
        tuple(
            Place(key, names[number % 3], *points[number], (keys[number - 1],))
            for number, key in enumerate(keys)
        )
    )
    for size in SIZES:
        assert_apart(drawing, size)
    for number, spot in enumerate(drawing.spots):
        for other in drawing.spots[number + 1 :]:
            assert dot_of(spot).overlap(dot_of(other)) == 0


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(LONGITUDES, LATITUDES), min_size=1, max_size=8, unique=True))
def test_wherever_patches_lie_no_label_lies_on_another(centres):
    drawing = draw(
        tuple(
            Place(str(number), "Jaungulbene", rings=outline(ring(*centre)))
            for number, centre in enumerate(centres)
        )
    )
    for size in SIZES:
        assert_apart(drawing, size)
