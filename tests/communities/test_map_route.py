"""A way over the map: its stops, its names and what lies around, as pure geometry."""

import re

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import settings as checked
from hypothesis import strategies as st

from communities.map import Place, Stop, draw_route
from communities.map.plane import TALLEST, WIDTH, Box, distance
from communities.map.route import BADGE, DOT, LETTER
from demo.build import read
from tests.communities.land import neighbours

HOME = (57.1736, 26.757)
AWAY = {"Rauna": (57.3314, 25.6072), "Drusti": (57.214, 25.823), "Vecpiebalga": (57.06, 25.82)}
# Anywhere in Europe, as far as a page takes it.
ANYWHERE = st.tuples(st.floats(34, 72), st.floats(-25, 45))
NEAR_HOME = st.tuples(st.floats(57.16, 57.18), st.floats(26.74, 26.77))


def communities() -> tuple[Place, ...]:
    return tuple(
        Place(each["slug"], each["short_name"], each["centre"]["lat"], each["centre"]["lon"])
        for each in read("communities")
    )


def stops(*positions, label="") -> tuple[Stop, ...]:
    return tuple(
        Stop(number, label or f"Pietura {number}", *position)
        for number, position in enumerate(positions, start=1)
    )


def trip() -> tuple[Stop, ...]:
    return tuple(
        Stop(number, name, *at)
        for number, (name, at) in enumerate([("Gulbene", HOME), *AWAY.items()], start=1)
    )


def test_stops_are_joined_in_their_order_with_north_up_and_east_right():
    route = draw_route(trip(), communities())
    home, rauna, _drusti, vecpiebalga = route.stops
    assert home.x > rauna.x
    assert rauna.y < vecpiebalga.y
    assert route.line == "M" + "L".join(f"{mark.x} {mark.y}" for mark in route.stops)
    assert [mark.of.number for mark in route.stops] == [1, 2, 3, 4]


def test_names_stand_beside_their_own_stop():
    route = draw_route(trip(), communities())
    assert {mark.of.label for mark in route.stops if mark.label} >= set(AWAY)
    for mark in route.stops:
        others = [other for other in route.stops if other is not mark]
        box = mark.label.box
        assert all(box.distance((mark.x, mark.y)) < box.distance((o.x, o.y)) for o in others)


def test_what_a_stop_stands_for_is_not_drawn_again():
    route = draw_route(trip(), communities())
    assert "gulbene" not in {mark.of.key for mark in route.communities}
    assert {mark.of.key for mark in route.communities}


def test_far_away_the_nearest_community_is_shown():
    tartu = draw_route(stops((58.378, 26.729)), communities())
    [nearest] = tartu.communities
    assert nearest.of.key == "lejasciems"
    assert nearest.y > tartu.stops[0].y


def test_without_communities_the_stops_stand_alone():
    route = draw_route(stops(HOME), ())
    assert route.communities == ()
    assert len(route.stops) == 1


def test_the_way_back_stands_beside_its_beginning_with_the_name_said_once():
    there = stops(HOME, AWAY["Rauna"], HOME, label="Tirza")
    one, _away, back = draw_route(there, communities()).stops
    assert 2 * BADGE <= distance((one.x, one.y), (back.x, back.y)) <= 4 * BADGE
    assert [mark.label for mark in (one, back)].count(None) >= 1


def test_a_long_name_is_left_to_the_list():
    route = draw_route(stops(HOME, label="Ļoti gara vietas nosaukuma beigas nav redzamas"), ())
    assert route.stops[0].label is None


def test_where_people_get_on_has_corners():
    plain, pick_up = draw_route(
        (Stop(1, "Tirza", *HOME), Stop(2, "Rauna", *AWAY["Rauna"], is_pick_up=True)), ()
    ).stops
    assert "a" in plain.shape
    assert "a" not in pick_up.shape


def test_outlines_are_drawn_where_they_are_known_in_their_own_shape():
    west, east = (tuple(map(tuple, each)) for each in neighbours())
    places = (
        Place("rietumi", "Rietumi", rings=(west,)),
        Place("austrumi", "Austrumi", rings=(east,)),
    )
    middle = [(min(axis) + max(axis)) / 2 for axis in zip(*west, strict=True)]
    route = draw_route(stops((middle[1], middle[0])), places)
    assert route.seams.startswith("M")
    assert draw_route(stops(HOME), communities()).seams == ""


@checked(max_examples=40, deadline=None)
@given(st.lists(ANYWHERE | NEAR_HOME, min_size=1, max_size=12))
def test_everything_lies_on_the_drawing_and_nothing_on_another(positions):
    route = draw_route(stops(*positions), communities())
    paper = Box(0, route.top, WIDTH, route.top + route.height)
    badges = [Box.around((mark.x, mark.y), BADGE) for mark in route.stops]
    names = [mark.label.box for mark in (*route.stops, *route.communities) if mark.label]
    dots = [Box.around((mark.x, mark.y), DOT) for mark in route.communities]
    assert route.height <= WIDTH * TALLEST
    for box in [*badges, *names, *dots]:
        assert box.overlap(paper) == pytest.approx(box.area)
    for number, box in enumerate(names):
        assert not [other for other in names[number + 1 :] if box.overlap(other) > 1]
        assert not [badge for badge in badges if box.overlap(badge) > 1]
    assert not [1 for dot in dots for badge in badges if dot.overlap(badge)]


def test_letters_of_the_style_sheet_are_those_of_the_drawing():
    css = (settings.ROOT / "static/css/components/route.css").read_text(encoding="utf-8")
    assert re.findall(r"font-size: (\d+)px", css) == [str(LETTER)]
