"""The belt as PNG, for what cannot show SVG: letters and the pictures of social networks."""

from io import BytesIO

from PIL import Image, ImageColor, ImageDraw

from core.belt.lettering import PAPER, draw_title
from core.belt.pattern import EDGE, GROUND, HEIGHT, WEFT, Belt
from core.belt.wools import Theme

# Nobody needs a wider band, and a wrong argument must not cost a gigabyte.
_MAX_SIDE = 4096

_CARD_SIZE = (1200, 630)
_CARD_CELL = 6
_CARD_MARGIN = 72


def belt_png(belt: Belt, width: int, height: int, *, theme: Theme = "light") -> bytes:
    """A band of so many pixels, cropped evenly at both ends, every cell equally large."""
    if not (1 <= width <= _MAX_SIDE and 1 <= height <= _MAX_SIDE):
        raise ValueError(f"A side of the picture is 1 to {_MAX_SIDE} pixels long.")
    return _saved(_band(belt, width, height, theme))


def open_graph_png(title: str, subtitle: str, belt: Belt) -> bytes:
    """A card of 1200 × 630 pixels, at most 60 KB: title and subtitle under the band."""
    width, height = _CARD_SIZE
    band = _band(belt, width, HEIGHT * _CARD_CELL, "light")
    card = Image.new("RGB", _CARD_SIZE, PAPER)
    card.paste(band, (0, 0))
    draw = ImageDraw.Draw(card)
    draw.rectangle((0, height - 2 * _CARD_CELL, width, height), fill=belt.wools.light.edge)
    room = (_CARD_MARGIN, band.height, width - _CARD_MARGIN, height - 2 * _CARD_CELL)
    draw_title(draw, room, title, subtitle)
    # Few colours make a small file; the smooth rims of the letters need no more than these.
    return _saved(card.quantize(64, dither=Image.Dither.NONE))


def _band(belt: Belt, width: int, height: int, theme: Theme) -> Image.Image:
    """The band on a picture with a palette, its middle in the picture's middle."""
    cell = max(1, height // HEIGHT)
    rows = belt.rows()
    # An odd number of columns, so that the leading motif's middle thread is the picture's.
    columns = width // cell // 2 * 2 + 3
    start = belt.width // 2 - columns // 2
    order = [(start + place) % belt.width for place in range(columns)]
    tones = belt.wools.tones(theme)
    codes = {GROUND: 0, WEFT: 1, EDGE: 2}
    weave = Image.new("P", (columns, HEIGHT))
    weave.putpalette(b"".join(map(_rgb, (tones.ground, tones.weft, tones.edge))))
    weave.putdata([codes[row[column]] for row in rows for column in order])
    large = weave.resize((columns * cell, HEIGHT * cell), Image.Resampling.NEAREST)
    picture = Image.new("P", (width, height), 0)
    picture.putpalette(weave.getpalette())
    picture.paste(large, ((width - large.width) // 2, (height - large.height) // 2))
    return picture


def _rgb(colour: str) -> bytes:
    return bytes(ImageColor.getrgb(colour))


def _saved(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()
