"""The sheet that a picture is printed on: soft and sharp shapes, and the finished JPEG."""

import hashlib
import io
import math
from collections.abc import Iterable

from PIL import Image, ImageChops, ImageDraw

from demo.drawings.chance import Chance
from demo.drawings.inks import Ink, Inks, mix
from demo.drawings.lines import Point

WIDTH, HEIGHT = 1600, 900
# All shapes are drawn twice as large and brought down at the end, which smooths their edges.
FINE = 2
# A picture full of leaves takes a lower quality rather than more than this many bytes.
QUALITIES = (84, 76, 66)
LARGEST = 240_000
# The grain is added to the picture and this much is taken away again.
GRAIN_MIDDLE = 16


class Sheet:
    """A sheet under way; places and sizes are pixels of the finished picture."""

    def __init__(self, inks: Inks, chance: Chance):
        self.inks = inks
        self.chance = chance
        self.image = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE), inks.glow)
        self._pen = ImageDraw.Draw(self.image)

    def area(self, points: Iterable[Point], ink: Ink):
        """A flat shape with the given corners."""
        self._pen.polygon([(x * FINE, y * FINE) for x, y in points], fill=ink)

    def box(self, x: float, y: float, width: float, height: float, ink: Ink):
        """A flat rectangle from its upper left corner."""
        self.area([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], ink)

    def oval(self, x: float, y: float, across: float, down: float, ink: Ink):
        """A flat oval from its middle and its two half axes."""
        corners = (x - across, y - down, x + across, y + down)
        self._pen.ellipse([value * FINE for value in corners], fill=ink)

    def ring(self, x: float, y: float, radius: float, width: float, ink: Ink):
        """A circle's line, as of a wheel."""
        corners = [value * FINE for value in (x - radius, y - radius, x + radius, y + radius)]
        self._pen.ellipse(corners, outline=ink, width=max(1, round(width * FINE)))

    def stroke(self, points: Iterable[Point], width: float, ink: Ink):
        """A line of even width with rounded joints."""
        line = [(x * FINE, y * FINE) for x, y in points]
        self._pen.line(line, fill=ink, width=max(1, round(width * FINE)), joint="curve")

    def taper(self, points: list[Point], start: float, end: float, ink: Ink):
        """A line whose width goes evenly from start to end, as a branch or a path."""
        last = len(points) - 1
        left, right = [], []
        for place, (x, y) in enumerate(points):
            before, after = points[max(place - 1, 0)], points[min(place + 1, last)]
            angle = math.atan2(after[1] - before[1], after[0] - before[0])
            half = (start + (end - start) * place / last) / 2
            left.append((x + half * math.sin(angle), y - half * math.cos(angle)))
            right.append((x - half * math.sin(angle), y + half * math.cos(angle)))
        self.area(left + right[::-1], ink)

    def gouge(self, x: float, y: float, to_x: float, to_y: float, width: float, ink: Ink):
        """A cut of the knife: thick in the middle, pointed at both ends."""
        length = math.hypot(to_x - x, to_y - y) or 1
        across, down = (y - to_y) / length * width / 2, (to_x - x) / length * width / 2
        near_x, near_y = x + (to_x - x) / 3, y + (to_y - y) / 3
        far_x, far_y = to_x - (to_x - x) / 3, to_y - (to_y - y) / 3
        upper = [(near_x + across, near_y + down), (far_x + across, far_y + down)]
        lower = [(far_x - across, far_y - down), (near_x - across, near_y - down)]
        self.area([(x, y), *upper, (to_x, to_y), *lower], ink)

    def wash(self, points: Iterable[Point], top: Ink, foot: Ink):
        """A shape that goes softly from one ink at its top to another at its foot."""
        corners = [(x * FINE, y * FINE) for x, y in points]
        left, upper = (max(0, int(min(axis))) for axis in zip(*corners, strict=True))
        right = min(self.image.width, math.ceil(max(x for x, _ in corners)))
        lower = min(self.image.height, math.ceil(max(y for _, y in corners)))
        if right <= left or lower <= upper:
            return
        size = (right - left, lower - upper)
        mask = Image.new("L", size)
        ImageDraw.Draw(mask).polygon([(x - left, y - upper) for x, y in corners], fill=255)
        self.image.paste(_blend(top, foot, size), (left, upper), mask)

    def glow(self, x: float, y: float, radius: float, ink: Ink, strength: float):
        """A round light that fades outwards."""
        side = round(radius * 2 * FINE)
        fading = Image.radial_gradient("L").point(
            [round(max(0.0, 1 - level / 180) ** 1.6 * strength * 255) for level in range(256)]
        )
        left, top = round((x - radius) * FINE), round((y - radius) * FINE)
        place = (left, top, left + side, top + side)
        self.image.paste(ink, place, fading.resize((side, side)))

    def mirror(self, shore: float, depth: float, ink: Ink, share: float):
        """What stands above the shore, upside down below it, with the given share of ink."""
        width, line, tall = self.image.width, round(shore * FINE), round(depth * FINE)
        above = self.image.crop((0, max(0, line - tall), width, line))
        upside_down = above.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        if upside_down.height < tall:
            upside_down = upside_down.resize((width, tall), Image.Resampling.NEAREST)
        water = Image.new("RGB", upside_down.size, ink)
        self.image.paste(Image.blend(upside_down, water, share), (0, line))

    def turn_over(self):
        """Left becomes right, as in a print."""
        self.image = self.image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        self._pen = ImageDraw.Draw(self.image)

    def jpeg(self, seed: str) -> bytes:
        """The finished picture on its grained paper."""
        picture = ImageChops.add(self.image.reduce(FINE), _grain(seed), offset=-GRAIN_MIDDLE)
        for quality in QUALITIES:
            target = io.BytesIO()
            picture.save(target, "JPEG", quality=quality, optimize=True, progressive=True)
            if target.tell() <= LARGEST:
                break
        return target.getvalue()


def _blend(top: Ink, foot: Ink, size: tuple[int, int]) -> Image.Image:
    column = Image.new("RGB", (1, size[1]))
    steps = max(1, size[1] - 1)
    column.putdata([mix(top, foot, step / steps) for step in range(size[1])])
    return column.resize(size, Image.Resampling.NEAREST)


def _grain(seed: str) -> Image.Image:
    """The uneven take of ink: large soft clouds and a fine tooth, both hardly seen."""
    clouds = _noise(f"clouds {seed}", (100, 56), 4).resize((WIDTH, HEIGHT))
    tooth = _noise(f"tooth {seed}", (WIDTH // 2, HEIGHT // 2), 5).resize((WIDTH, HEIGHT))
    both = ImageChops.add(clouds, tooth, scale=2)
    return Image.merge("RGB", (both, both, both))


def _noise(seed: str, size: tuple[int, int], swing: int) -> Image.Image:
    raw = hashlib.shake_256(seed.encode()).digest(size[0] * size[1])
    levels = [round(GRAIN_MIDDLE + (level / 127.5 - 1) * swing) for level in range(256)]
    return Image.frombytes("L", size, raw).point(levels)
