"""Pictures that people upload: decoded whole, stripped of hidden data and written anew."""

import secrets
import string
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import PurePosixPath

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from PIL import ExifTags, Image, ImageCms, UnidentifiedImageError
from pillow_heif import register_heif_opener

from core.uploads.intake import MEGABYTE, read_within

MAX_IMAGE_BYTES = 10 * MEGABYTE
MAX_PIXELS = 50_000_000
MAX_SIDE = 4096
MAX_FRAMES = 200
# All frames of an animation are held in memory together, four bytes a pixel.
MAX_ANIMATION_PIXELS = 25_000_000

# Telephones save HEIC; the pictures beside the main one (depth, previews) are of no use here.
register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)

_READABLE = ("JPEG", "PNG", "WEBP", "AVIF", "GIF", "HEIF")
_EXTENSIONS = {"JPEG": "jpg", "PNG": "png", "GIF": "gif"}
_NAME_LETTERS = string.ascii_lowercase + string.digits

# What an EXIF orientation asks for, so that the pixels can stand upright without it.
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def clean_image(
    file,
    *,
    max_bytes: int = MAX_IMAGE_BYTES,
    max_pixels: int = MAX_PIXELS,
    max_side: int = MAX_SIDE,
    max_frames: int = MAX_FRAMES,
    max_animation_pixels: int = MAX_ANIMATION_PIXELS,
) -> InMemoryUploadedFile:
    """Return the picture as a new JPEG, PNG or GIF file of pixels only; ValidationError if unsafe.

    Its sides are at most `max_side` pixels, its name cannot be guessed, and it is_clean.
    """
    data = read_within(file, max_bytes=max_bytes)
    with _kind_refusals(data, max_pixels), Image.open(BytesIO(data), formats=_READABLE) as image:
        if image.width * image.height > max_pixels:
            raise _too_many_pixels(max_pixels)
        if image.format == "GIF" and image.is_animated:
            content, kind = _animation(image, max_side, max_frames, max_animation_pixels), "GIF"
        else:
            content, kind = _still(image, max_side)
    return _named(file, content, kind)


@contextmanager
def _kind_refusals(data: bytes, max_pixels: int) -> Iterator[None]:
    try:
        yield
    except ValidationError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels(max_pixels) from error
    except UnidentifiedImageError as error:
        raise _unreadable(data) from error
    # Decoders of damaged files raise nearly anything, and all of it means the same to the person.
    except Exception as error:
        message = _(
            "This picture is damaged or did not arrive whole. "
            "Please open it on your device, save it again and upload the new copy."
        )
        raise ValidationError(message, code="broken_picture") from error


def _unreadable(data: bytes) -> ValidationError:
    if b"<svg" in data[:4096].lower():
        message = _(
            "SVG drawings cannot be uploaded, because they can carry programs. "
            "Please save yours as PNG and try again."
        )
        return ValidationError(message, code="svg")
    message = _(
        "This file is not a picture we can read. Please save it as JPEG or PNG and try again."
    )
    return ValidationError(message, code="not_a_picture")


def _too_many_pixels(limit: int) -> ValidationError:
    return ValidationError(
        _(
            "This picture has too many pixels: the most we can take is %(limit)s megapixels. "
            "Please make it smaller and try again."
        ),
        code="too_many_pixels",
        params={"limit": f"{round(limit / 1_000_000, 1):g}"},
    )


def _still(image: Image.Image, max_side: int) -> tuple[bytes, str]:
    image.load()
    profile, turn = image.info.get("icc_profile"), _TURNS.get(_orientation(image))
    kept_lossless = image.format in {"PNG", "GIF"}
    pixels = _unpacked(image)
    pixels.thumbnail((max_side, max_side), Image.Resampling.LANCZOS)
    pixels = _in_srgb(pixels, profile)
    if turn is not None:
        pixels = pixels.transpose(turn)
    # Writers copy comments and profiles from here unless it is empty.
    pixels.info.clear()
    output = BytesIO()
    if kept_lossless or pixels.mode == "RGBA":
        pixels.save(output, "PNG")
        return output.getvalue(), "PNG"
    pixels.save(output, "JPEG", quality=88, progressive=True, optimize=True)
    return output.getvalue(), "JPEG"


def _animation(image: Image.Image, max_side: int, max_frames: int, max_pixels: int) -> bytes:
    frames, durations = [], []
    loop = {"loop": image.info["loop"]} if "loop" in image.info else {}
    # The header does not count the frames, and a frame may be larger than the header says.
    with suppress(EOFError):
        while True:
            image.seek(len(frames))
            pixels = image.width * image.height * (len(frames) + 1)
            if len(frames) == max_frames or pixels > max_pixels:
                raise _too_long(max_frames)
            frame = image.convert("RGBA")
            frame.thumbnail((max_side, max_side), Image.Resampling.LANCZOS)
            frame.info.clear()
            frames.append(frame)
            durations.append(max(20, image.info.get("duration", 100)))
    output = BytesIO()
    first, *others = frames
    first.save(
        output, "GIF", save_all=True, append_images=others, duration=durations, disposal=2, **loop
    )
    return output.getvalue()


def _too_long(max_frames: int) -> ValidationError:
    return ValidationError(
        _(
            "This animation is too long or too large: the most we can take is %(limit)s frames. "
            "Please shorten it, make it smaller, or upload a still picture."
        ),
        code="animation_too_long",
        params={"limit": max_frames},
    )


def _orientation(image: Image.Image) -> int | None:
    # A picture is worth keeping even where the notes beside it are damaged.
    with suppress(Exception):
        return image.getexif().get(ExifTags.Base.Orientation)
    return None


def _unpacked(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I"):
        # Sixteen bits of grey; a plain conversion would cut off all that is brighter than 255.
        return image.point(lambda value: value * (1 / 256), "L")
    # A conversion copies even what needs none, and a large picture is not held twice without need.
    if image.mode in {"RGBA", "CMYK"}:
        return image
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode in {"RGB", "L"} else image.convert("RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    colours = image if alpha is None else image.convert("RGB")
    if profile:
        # A profile that does not fit its picture is dropped; the colours are then taken as sRGB.
        with suppress(Exception):
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            colours = ImageCms.profileToProfile(colours, source, target, outputMode="RGB")
    colours = colours.convert("RGB")
    if alpha is not None and alpha.getextrema()[0] < 255:
        colours.putalpha(alpha)
    return colours


def _named(file, content: bytes, kind: str) -> InMemoryUploadedFile:
    stem = PurePosixPath(str(getattr(file, "name", None) or "").replace("\\", "/")).stem
    stem = slugify(stem)[:40].strip("-_") or "picture"
    secret = "".join(secrets.choice(_NAME_LETTERS) for _place in range(10))
    cleaned = InMemoryUploadedFile(
        BytesIO(content),
        field_name=None,
        name=f"{stem}-{secret}.{_EXTENSIONS[kind]}",
        content_type=f"image/{kind.lower()}",
        size=len(content),
        charset=None,
    )
    cleaned.is_clean = True
    return cleaned
