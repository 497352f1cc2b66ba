"""What can be chosen from: a bit for each resource, and for each mark the bits that have it. Pure.

Whatever is combined, counting costs one pass over as many machine words as there are marks.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

# What is chosen: by what, and which of its values; any of one way will do, all ways must.
Choices = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Shelf:
    """The resources that a reader may see, the newest first, and what each is marked with.

    The n-th bit is that of the n-th resource. `titles` holds their places in the order of titles,
    `documents` the places of the resources that offer a document.
    """

    numbers: tuple[int, ...] = ()
    titles: tuple[int, ...] = ()
    marks: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    documents: Mapping[int, int] = field(default_factory=dict)
    places: Mapping[int, int] = field(default_factory=dict)

    @property
    def all(self) -> int:
        """The bits of all resources."""
        return (1 << len(self.numbers)) - 1

    def chosen(self, choices: Choices, within: int | None = None, but: str = "") -> int:
        """The bits of what is chosen, of these bits alone; the choices of one way may be left out.

        A value that nothing has lets nothing through.
        """
        bits = self.all if within is None else within
        for by, values in choices.items():
            if by != but:
                bits &= self.having(by, values)
        return bits

    def having(self, by: str, values: Iterable[str]) -> int:
        """The bits of what has any of the values."""
        marks, bits = self.marks.get(by, {}), 0
        for value in values:
            bits |= marks.get(value, 0)
        return bits

    def counts(self, by: str, choices: Choices, within: int | None = None) -> dict[str, int]:
        """How many each value would show, with what is chosen in the other ways."""
        bits = self.chosen(choices, within, but=by)
        return {value: (mine & bits).bit_count() for value, mine in self.marks.get(by, {}).items()}

    def bits_of(self, numbers: Iterable[int]) -> int:
        """The bits of the resources with these numbers, those that are not here left out."""
        bits = 0
        for number in numbers:
            if number in self.places:
                bits |= 1 << self.places[number]
        return bits

    def bits_of_documents(self, numbers: Iterable[int]) -> int:
        """The bits of the resources that offer any of these documents."""
        bits = 0
        for number in numbers:
            bits |= self.documents.get(number, 0)
        return bits

    def newest(self, bits: int) -> list[int]:
        """The numbers of these resources, the newest first."""
        flags = self._flags(bits)
        return [number for place, number in enumerate(self.numbers) if flags[place] == "1"]

    def sharing(self, by: str, values: Iterable[str]) -> list[int]:
        """The numbers of what has any of the values, what shares most of them first."""
        wanted = list(values)
        numbers = self.newest(self.having(by, wanted))
        flags = [self._flags(self.marks.get(by, {}).get(value, 0)) for value in wanted]
        return sorted(
            numbers, key=lambda number: -sum(each[self.places[number]] == "1" for each in flags)
        )

    def by_title(self, bits: int) -> list[int]:
        """The numbers of these resources in the order of their titles."""
        flags = self._flags(bits)
        return [self.numbers[place] for place in self.titles if flags[place] == "1"]

    def _flags(self, bits: int) -> str:
        return f"{bits:0{len(self.numbers)}b}"[::-1]


def shelve(rows: list[tuple[int, str]], marks: Iterable[tuple[int, str, str]], documents=()):
    """A shelf of resources, given as numbers with keys of titles, and of pairs with numbers.

    `marks` are (number, by what, value), `documents` are (number, document).
    """
    numbers = tuple(number for number, _title in rows)
    places = {number: place for place, number in enumerate(numbers)}
    titles = sorted(range(len(rows)), key=lambda place: (rows[place][1], numbers[place]))
    return Shelf(
        numbers=numbers,
        titles=tuple(titles),
        marks=_gathered_marks(places, marks),
        documents=_gathered(((places[one], other) for one, other in documents if one in places)),
        places=places,
    )


def _gathered_marks(places, marks) -> dict[str, dict[str, int]]:
    by_way: dict[str, list] = {}
    for number, by, value in marks:
        if number in places:
            by_way.setdefault(by, []).append((places[number], value))
    return {by: _gathered(pairs) for by, pairs in by_way.items()}


def _gathered(pairs: Iterable[tuple[int, object]]) -> dict:
    """The bits of each thing. Set in bytes first: a long number is not changed in place."""
    held: dict[object, bytearray] = {}
    for place, thing in pairs:
        bits = held.setdefault(thing, bytearray())
        if len(bits) <= place >> 3:
            bits.extend(bytes((place >> 3) + 1 - len(bits)))
        bits[place >> 3] |= 1 << (place & 7)
    return {thing: int.from_bytes(bits, "little") for thing, bits in held.items()}
