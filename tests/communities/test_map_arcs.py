from hypothesis import given, settings
from hypothesis import strategies as st

from communities.map.arcs import mesh_of, simplify
from communities.map.patches import patch_of, seams_of
from tests.communities.land import neighbours

COORDINATES = st.integers(0, 12)


def squares(columns):
    """Rows of unit squares side by side, of which none has a corner that its neighbour lacks."""
    return [
        [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1), (x, y)]
        for y in range(2)
        for x in range(columns)
    ]


def edges(ring) -> set:
    return {frozenset(pair) for pair in zip(ring, ring[1:], strict=False)}


def test_rings_that_are_cut_and_joined_are_the_same_again():
    rings = squares(3)
    again = mesh_of(rings).joined()
    assert [edges(ring) for ring in again] == [edges(ring) for ring in rings]
    assert all(ring[0] == ring[-1] for ring in again)


def test_a_border_between_two_is_one_arc():
    west, east = ([tuple(point) for point in ring] for ring in neighbours(corners=50))
    mesh = mesh_of([west, east])
    assert len(mesh.arcs) == 3
    shared = {number for number, _is in mesh.rings[0]} & {number for number, _is in mesh.rings[1]}
    assert [len(mesh.arcs[number]) for number in shared] == [51]


def test_a_ring_and_the_hole_that_it_fills_are_one_arc_however_they_are_turned():
    ring = [(0, 0), (4, 0), (4, 4), (0, 4), (0, 0)]
    turned = [(4, 4), (4, 0), (0, 0), (0, 4), (4, 4)]
    assert len(mesh_of([ring, turned]).arcs) == 1


def test_points_that_repeat_count_once():
    ring = [(0, 0), (0, 0), (4, 0), (4, 4), (4, 4), (0, 0)]
    assert mesh_of([ring]).joined() == [[(0, 0), (4, 0), (4, 4), (0, 0)]]


def test_the_point_that_matters_least_goes_first():
    line = [(0, 0), (1, 5), (2, 0), (3, 1), (4, 0)]
    assert simplify([line], budget=2, least_area=0) == [[(0, 0), (1, 5), (2, 0), (4, 0)]]


def test_a_point_is_weighed_anew_when_the_one_beside_it_has_gone():
    # The second and the third weigh as much, until the first goes and the second weighs more.
    line = [(0, 0), (1, -5), (2, 1), (3, -6), (4, 0)]
    assert simplify([line], budget=1, least_area=0) == [[(0, 0), (2, 1), (4, 0)]]


def test_what_is_too_small_to_be_seen_goes_whatever_the_budget():
    line = [(0, 0), (1, 5), (2, 0), (3, 0.1), (4, 0)]
    assert (3, 0.1) not in simplify([line], budget=99, least_area=0.5)[0]


def test_no_area_collapses():
    west, east = ([tuple(point) for point in ring] for ring in neighbours(corners=50))
    island = [(30, 50), (31, 50), (32, 51), (31, 52), (30, 51), (30, 50)]
    mesh = mesh_of([west, east, island])
    mesh.arcs = simplify(mesh.arcs, budget=0, least_area=100)
    assert all(len(set(ring)) >= 3 for ring in mesh.joined())


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 60), st.integers(30, 120))
def test_neighbours_have_the_same_border_however_much_is_left_out(budget, corners):
    west, east = ([tuple(point) for point in ring] for ring in neighbours(corners))
    mesh = mesh_of([west, east])
    border = edges(west) & edges(east)
    ends = {point for edge in border for point in edge}
    mesh.arcs = simplify(mesh.arcs, budget, 0)
    one, other = mesh.joined()
    of_border = [{edge for edge in edges(ring) if edge <= ends} for ring in (one, other)]
    assert of_border[0]
    assert of_border[0] == of_border[1]


def test_seams_are_drawn_once_for_both_sides():
    west, east = squares(2)[:2]
    # Seven edges: four and four, with one between them.
    assert (
        sum(
            len(part.split("l")[1].replace("-", " ").split()) // 2
            for part in seams_of([tuple(west), tuple(east)]).split("M")[1:]
        )
        == 7
    )


def test_a_patch_has_its_middle_within_itself():
    # An area like a horseshoe, whose middle lies outside.
    shoe = ((0, 0), (90, 0), (90, 200), (60, 200), (60, 30), (30, 30), (30, 200), (0, 200), (0, 0))
    patch = patch_of((shoe,))
    assert any(left < patch.middle[0] < right for left, right in patch.spans(patch.middle[1]))


def test_a_hole_is_no_part_of_a_patch():
    around = ((0, 0), (300, 0), (300, 300), (0, 300), (0, 0))
    hole = ((100, 20), (200, 20), (200, 280), (100, 280), (100, 20))
    assert patch_of((around, hole)).spans(150) == [(0, 100), (200, 300)]


def test_a_path_is_short_and_closed():
    patch = patch_of((((5, 5), (15, 5), (15, 15), (5, 5)),))
    assert patch.path == "M5 5l10 0 0 10z"
