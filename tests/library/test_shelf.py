from library.shelf import Shelf, shelve

ROWS = [(30, "c"), (20, "a"), (10, "b")]
MARKS = [
    (30, "kind", "veidne"), (20, "kind", "veidne"), (10, "kind", "celvedis"),
    (30, "topic", "padome"), (10, "topic", "padome"), (10, "topic", "budzets"),
    (99, "kind", "veidne"),
]  # fmt: skip
DOCUMENTS = [(20, 7), (10, 7), (99, 8)]
SHELF = shelve(ROWS, MARKS, DOCUMENTS)


def shown(shelf=SHELF, **choices):
    return shelf.newest(shelf.chosen({by: frozenset(values) for by, values in choices.items()}))


def test_any_value_of_one_way_will_do_and_all_ways_must():
    assert shown() == [30, 20, 10]
    assert shown(kind=["veidne"]) == [30, 20]
    assert shown(kind=["veidne", "celvedis"], topic=["padome"]) == [30, 10]
    assert shown(kind=["veidne"], topic=["budzets"]) == shown(kind=["nav"]) == shown(x=["y"]) == []


def test_counts_are_those_beside_the_choices_of_other_ways():
    choices = {"kind": frozenset(["veidne"]), "topic": frozenset(["padome"])}
    assert SHELF.counts("kind", choices) == {"veidne": 1, "celvedis": 1}
    assert SHELF.counts("topic", choices) == {"padome": 1, "budzets": 0}
    assert SHELF.counts("topic", {}, within=SHELF.bits_of([10])) == {"padome": 1, "budzets": 1}


def test_what_the_reader_may_not_see_is_in_no_count():
    assert SHELF.marks["kind"] == {"veidne": 0b011, "celvedis": 0b100}
    assert SHELF.bits_of([99, 10]) == 0b100 and SHELF.bits_of_documents([8]) == 0


def test_orders():
    assert SHELF.by_title(SHELF.all) == [20, 10, 30]
    assert SHELF.newest(SHELF.bits_of_documents([7])) == [20, 10]
    assert SHELF.sharing("topic", ["padome", "budzets"]) == [10, 30]


def test_nothing_at_all():
    empty = Shelf()
    assert shown(empty) == [] and empty.newest(0) == [] and empty.counts("kind", {}) == {}


def test_twenty_thousand_are_counted_as_fast_as_machine_words_go():
    rows = [(number, str(number)) for number in range(20_000)]
    marks = [(number, "topic", str(number % 200)) for number, _title in rows]
    shelf = shelve(rows, marks)
    assert shelf.counts("topic", {"kind": frozenset(["x"])}) == dict.fromkeys(
        map(str, range(200)), 0
    )
    assert shelf.newest(shelf.having("topic", ["7"]))[:2] == [7, 207]
