from hypothesis import given, settings
from hypothesis import strategies as st

from communities.map import DOT, WIDTH, Box, Place, draw
from demo.build import read

LATITUDES = st.floats(56.9, 57.5, allow_nan=False)
LONGITUDES = st.floats(25.9, 27.2, allow_nan=False)


def communities() -> list[Place]:
    """The 14 communities as the map knows them."""
    return [
        Place(
            data["slug"],
            data["centre"]["name"]["lv"],
            data["centre"]["lat"],
            data["centre"]["lon"],
            tuple(data["neighbours"]),
        )
        for data in read("communities")
    ]


def around(dot) -> Box:
    """The square that a dot fills."""
    return Box(dot.x - DOT, dot.y - DOT, dot.x + DOT, dot.y + DOT)


def test_no_label_of_the_fourteen_lies_on_another_or_on_a_dot():
    dots = draw(communities()).dots
    assert len(dots) == 14
    for dot in dots:
        others = [other.label for other in dots if other is not dot]
        assert all(dot.label.overlap(box) == 0 for box in others)
        assert all(dot.label.overlap(around(other)) == 0 for other in dots)


def test_everything_lies_within_the_drawing():
    drawing = draw(communities())
    for dot in drawing.dots:
        assert 0 <= dot.label.left < dot.label.right <= WIDTH
        assert 0 <= dot.label.top < dot.label.bottom <= drawing.height


def test_north_is_up_and_east_is_right():
    dots = {dot.place.key: dot for dot in draw(communities()).dots}
    assert dots["lejasciems"].y < dots["ligo"].y
    assert dots["ranka"].x < dots["litene"].x


def test_each_pair_of_neighbours_is_joined_once():
    threads = draw(communities()).threads
    pairs = {frozenset((one.place.key, other.place.key)) for one, other in threads}
    assert len(pairs) == len(threads)
    assert frozenset(("tirza", "druviena")) in pairs
    assert frozenset(("tirza", "litene")) not in pairs


def test_no_community_is_an_empty_drawing():
    assert draw([]).dots == ()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(LATITUDES, LONGITUDES), min_size=1, max_size=14))
def test_dots_never_lie_on_one_another_and_the_drawing_is_always_the_same(points):
    places = [Place(str(n), "Vieta", *point) for n, point in enumerate(points)]
    drawing = draw(places)
    assert drawing == draw(reversed(places))
    for number, dot in enumerate(drawing.dots):
        for other in drawing.dots[number + 1 :]:
            assert around(dot).overlap(around(other)) == 0
