"""The inks of a picture: a few tuned palettes, each of one hour or season."""

from dataclasses import dataclass, fields

Ink = tuple[int, int, int]

# Each row gives the first inks of a picture in the order in which Inks names them.
HOURS = {
    "morning": """
        9dbcc4 f8dfc1 fdf1d2 fdf3e4 a8bdb8 7da08e 477a63 1d3f37 8ea66c b9c189 e2bf74 ecdab4
        9cc0c4 f6ead6 5c8f57 a6c26e 2a5b4a 5f8f74 5d4b3f fbf5e6 4e6a70""",
    "midsummer": """
        7aacb4 f8ebc4 fbe3a0 fdf7e6 94b5a0 64976f 35704c 173a2d 84a557 b3c06c e2b552 efdcaf
        76adb0 f0f1da 52873f a6bd58 215740 56906a 54463a fcf6e4 46656b""",
    "dusk": """
        3c4a70 f0a36c fcd78f c78586 7b7392 565a7e 35475f 162433 4d6360 7f8a72 c0905a c9a07c
        6b6f92 f8bd88 3b5a52 84926a 1d3b41 47686b 2b2a34 f3e3cf fbd07a""",
    "autumn": """
        b3c3ba f6e4bd f8d98f fcf3de b4b296 a3925a 77683a 30291f b49c57 d6be76 dca03d ecd6a7
        8dabaa f4e6c9 c4682b e5a842 2f5344 5f8060 4c3a2e fbf4e3 5b6b66""",
    "winter": """
        a3bacb f8e8dc fcebcf f2f3f1 b4c5d1 88a2b1 557683 1b303d f1eee8 fdfaf4 dbe3e6 cbd8e0
        a4bcc8 f4f4f0 8b7a6c b5a596 2c5150 638a8a 4f443f fdf9f0 f4c566""",
    "frost": """
        55688f f6bd9f fce0b4 d9a3a3 9aa3c2 7482a8 4a5d80 1a2740 d5d9e8 f0eaee b9c2da aab6d2
        95a3c4 f7d3bd 6b6470 9c8f96 274353 5c7d90 3c3844 f6efe9 fbcb72""",
    "night": """
        1d3652 dcb67c f9edc8 5b7286 42607a 2d4c63 1c394a 0c1d28 2c5249 5b7a5b 8a8450 a39a76
        3a5a74 e8c48c 2b5444 6f8a58 143536 3a5f5c 1f2628 ecdfc4 fbd27c""",
}
SNOWY = {"winter", "frost"}
DARK = {"dusk", "night", "frost"}

# Paints and cloths keep their own hue in every light; the hour only dims them.
PAINTS = {
    "walls": ("cf9149", "a04a35", "eedfbd", "7d9894", "d9b56a"),
    "roofs": ("a8492f", "6d4a3e", "4c5a5d", "8c3a2e"),
    "cloths": (
        "9c1c31", "c8922e", "1f4d3a", "3f627f", "e9dcc0", "7a4a63", "7f8d55", "b9603a", "2d3a44",
    ),
    "skins": ("e9bd97", "dca983", "c98f68"),
}  # fmt: skip
DIMMED = {"dusk": 0.24, "night": 0.3, "frost": 0.18}


@dataclass(frozen=True)
class Inks:
    """All inks of one picture, by what they are used for."""

    sky: Ink
    glow: Ink
    sun: Ink
    cloud: Ink
    far: Ink
    mid: Ink
    near: Ink
    deep: Ink
    ground: Ink
    meadow: Ink
    crop: Ink
    path: Ink
    water: Ink
    shine: Ink
    leaf: Ink
    leaf_light: Ink
    spruce: Ink
    spruce_light: Ink
    bark: Ink
    light: Ink
    window: Ink
    walls: tuple[Ink, ...]
    roofs: tuple[Ink, ...]
    cloths: tuple[Ink, ...]
    skins: tuple[Ink, ...]
    madder: Ink
    rye: Ink
    is_snowy: bool
    is_dark: bool
    hour: str

    @property
    def is_autumn(self) -> bool:
        """Whether leaves are turning, storks are gone and no meadow flowers."""
        return self.hour == "autumn"

    @property
    def shade(self) -> Ink:
        """The shadow on the ground."""
        if self.is_snowy:
            return mix(self.path, self.far, 0.45)
        return mix(self.ground, self.near, 0.55)


def mix(one: Ink, other: Ink, share: float) -> Ink:
    """The first ink with the given share of the other stirred in."""
    return tuple(round(a + (b - a) * share) for a, b in zip(one, other, strict=True))


def inks_of(hour: str) -> Inks:
    """The inks of an hour; KeyError when there is no such hour."""
    codes = HOURS[hour].split()
    by_role = {field.name: _ink(code) for field, code in zip(fields(Inks), codes, strict=False)}
    dim = DIMMED.get(hour, 0.0)
    paints = {
        name: tuple(mix(_ink(code), by_role["deep"], dim) for code in codes)
        for name, codes in PAINTS.items()
    }
    return Inks(
        **by_role,
        **paints,
        madder=mix(_ink("9c1c31"), by_role["deep"], dim / 2),
        rye=mix(_ink("c8922e"), by_role["deep"], dim / 2),
        is_snowy=hour in SNOWY,
        is_dark=hour in DARK,
        hour=hour,
    )


def _ink(code: str) -> Ink:
    return tuple(bytes.fromhex(code))
