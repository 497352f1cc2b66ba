"""Running text in the XML of office programs, gathered line by line into places. Pure."""

from core.file_text.package import Part


class Prose(Part):
    """Finds (name, text) for each place. A format says which elements hold, part or end its text.

    A place that has grown past `most` characters is handed on at once, and continued as another.
    """

    told: frozenset[str] = frozenset({"t"})
    untold: frozenset[str] = frozenset()
    room: dict[str, str] = {}
    lines: frozenset[str] = frozenset({"p"})

    def __init__(self, most: int):
        super().__init__()
        self.name = ""
        self._most, self._length = most, 0
        self._lines, self._line = [], []
        self._told = self._untold = 0

    def start(self, tag, attributes):
        """Count what the text stands in."""
        self._told += tag in self.told
        self._untold += tag in self.untold
        if tag in self.room and not self._untold:
            self._line.append(self.room[tag])

    def data(self, text):
        """Take the text if it is told; its line ends are no more than room."""
        if self._told and not self._untold:
            self._line.append(text.replace("\n", " "))
            self._length += len(text)
            if self._length > self._most:
                self.end_place(self.name)

    def end(self, tag):
        """End the line with its paragraph."""
        self._told -= tag in self.told
        self._untold -= tag in self.untold
        if tag in self.lines and not self._untold:
            self.end_line()

    def end_line(self) -> None:
        """Begin a new line."""
        self._lines.append("".join(self._line))
        self._line.clear()

    def end_place(self, name: str = "") -> None:
        """Hand on the place, and begin another by this name."""
        self.end_line()
        self.found.append((self.name, "\n".join(self._lines)))
        self._lines.clear()
        self.name, self._length = name, 0

    def close(self):
        """Hand on the last place."""
        self.end_place()


class Sections(Prose):
    """Running text whose places begin with their headings; those without any text are none."""

    def end_heading(self) -> None:
        """Take the line, unless it is empty, as the heading of a new section."""
        heading = "".join(self._line)
        if heading.strip():
            self._line.clear()
            self.end_place(heading)
            self._line.append(heading)

    def end_place(self, name: str = "") -> None:
        """Hand on the section if there is text in it."""
        super().end_place(name)
        if not self.found[-1][1].strip():
            self.found.pop()
