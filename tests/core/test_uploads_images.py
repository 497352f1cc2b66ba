import re
import struct
import warnings
import zlib
from contextlib import suppress
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from core.uploads import clean_image

# A word put into every hidden corner of a picture, to be found nowhere afterwards.
SECRET = "Slepenvieta"


def written(image, kind, **options):
    output = BytesIO()
    image.save(output, kind, **options)
    return output.getvalue()


def picture(size=(80, 40), mode="RGB"):
    """A picture whose left half is red and right half blue."""
    image = Image.new("RGB", size, "red")
    image.paste("blue", (size[0] // 2, 0, *size))
    return image.convert(mode)


def notes(orientation=6):
    """What a telephone writes beside the pixels: where, when and which way up."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.ImageDescription] = SECRET
    exif[ExifTags.IFD.GPSInfo] = {1: "N", 2: (57.0, 18.0, 43.0), 3: "E", 4: (26.0, 45.0, 0.0)}
    return exif.tobytes()


def swapped_profile():
    """A colour profile in which red and blue have changed places."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile.replace(b"rXYZ", b"----").replace(b"bXYZ", b"rXYZ").replace(b"----", b"bXYZ")


def png_header(width, height):
    def chunk(kind, body):
        length, check = len(body), zlib.crc32(kind + body)
        return struct.pack(">I", length) + kind + body + struct.pack(">I", check)

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def animation(frames=3, size=(40, 30), **options):
    first, *others = [Image.new("RGB", size, (80 * n % 256, n, 0)) for n in range(frames)]
    options = {"duration": 120, "loop": 0, "comment": SECRET.encode(), **options}
    return written(first, "GIF", save_all=True, append_images=others, **options)


def telephone_pictures():
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{SECRET}</x:xmpmeta>".encode()
    text = PngInfo()
    text.add_text("Comment", SECRET)
    text.add_itxt("XML:com.adobe.xmp", xmp.decode())
    also = {"exif": notes(), "icc_profile": swapped_profile()}
    return {
        "jpeg": written(picture(), "JPEG", comment=SECRET, xmp=xmp, quality=95, **also),
        "png": written(picture(), "PNG", pnginfo=text, **also),
        "webp": written(picture(), "WEBP", xmp=xmp, lossless=True, **also),
        "avif": written(picture(), "AVIF", xmp=xmp, quality=95, **also),
        "heic": written(picture(), "HEIF", xmp=xmp, quality=95, **also),
        "mpo": written(
            picture(), "MPO", save_all=True, append_images=[picture()], quality=95, **also
        ),
    }


TELEPHONE_PICTURES = telephone_pictures()
PICTURES = {**TELEPHONE_PICTURES, "gif": animation()}


def cleaned(data, name="photo.jpg", **limits):
    return clean_image(ContentFile(data, name=name), **limits)


def refused(data, name="photo.jpg", **limits):
    """Return the code of the refusal, having made sure that its sentence is complete."""
    file = ContentFile(data, name=name)
    with pytest.raises(ValidationError) as caught:
        clean_image(file, **limits)
    assert file.tell() == 0
    assert "%(" not in caught.value.messages[0]
    return caught.value.code


def reads(colour, expected):
    return all(abs(seen - meant) < 40 for seen, meant in zip(colour, expected, strict=True))


@pytest.mark.parametrize("kind", TELEPHONE_PICTURES)
def test_it_stands_upright_and_keeps_nothing_but_pixels(kind):
    data = TELEPHONE_PICTURES[kind]
    assert SECRET.encode() in data, "the sample has nothing to hide"
    assert Image.open(BytesIO(data)).getexif().get_ifd(ExifTags.IFD.GPSInfo)[1] == "N"
    output = cleaned(data).read()
    for mark in (SECRET.encode(), b"Exif", b"eXIf", b"GPS", b"ICC_PROFILE", b"iCCP", b"adobe:ns"):
        assert mark not in output
    with Image.open(BytesIO(output)) as image:
        assert not image.getexif()
        assert image.size == (40, 80)
        # The profile says that what is stored as red is meant as blue.
        assert reads(image.getpixel((20, 5)), (0, 0, 255))
        assert reads(image.getpixel((20, 75)), (255, 0, 0))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_it_turns_as_every_orientation_asks(orientation):
    square = Image.new("RGB", (64, 64), "black")
    square.paste("red", (0, 0, 32, 16))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    tag = exif.tobytes()
    # Where the mark, wide along the upper left edge, must be once the picture stands upright.
    places = [(24, 8), (40, 8), (40, 56), (24, 56), (8, 24), (56, 24), (56, 40), (8, 40)]
    x, y = places[orientation - 1]
    with Image.open(cleaned(written(square, "PNG", exif=tag))) as image:
        assert reads(image.getpixel((x, y)), (255, 0, 0))


@pytest.mark.filterwarnings("ignore:Corrupt EXIF")
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
@pytest.mark.parametrize("damage", [b"MM\x00*\xff\xff\xff\xff", b"II*\x00", b"\xff" * 40])
def test_it_takes_a_good_picture_with_damaged_notes(kind, damage):
    exif = b"Exif\x00\x00" + damage
    output = cleaned(written(picture(), kind, exif=exif, icc_profile=bytes(300)))
    with Image.open(output) as image:
        assert image.size == (80, 40)
        assert reads(image.getpixel((5, 5)), (255, 0, 0))


@pytest.mark.parametrize(
    ("data", "extension", "mode"),
    [
        (written(picture(mode="CMYK"), "JPEG"), "jpg", "RGB"),
        (written(picture(mode="L"), "JPEG"), "jpg", "RGB"),
        (written(picture(), "PNG"), "png", "RGB"),
        (written(Image.new("P", (9, 9)), "PNG", transparency=0), "png", "RGBA"),
        (written(Image.new("RGBA", (9, 9), (255, 0, 0, 90)), "WEBP"), "png", "RGBA"),
        (written(picture(mode="RGBA"), "PNG"), "png", "RGB"),
        (written(picture(mode="RGBA"), "AVIF"), "jpg", "RGB"),
        (written(picture(), "GIF"), "png", "RGB"),
        (animation(), "gif", "P"),
    ],
)
def test_it_gives_the_extension_that_the_content_has(data, extension, mode):
    output = cleaned(data, name="photo.heic")
    assert output.name.endswith("." + extension)
    assert output.size == len(output.read())
    assert output.is_clean
    with Image.open(output) as image:
        assert image.get_format_mimetype() == output.content_type
        assert image.mode == mode


def test_it_keeps_the_light_of_sixteen_bit_grey():
    with Image.open(cleaned(written(Image.new("I;16", (9, 9), 32768), "PNG"))) as image:
        assert reads(image.getpixel((4, 4)), (128, 128, 128))


def test_it_reduces_the_long_side():
    with Image.open(cleaned(written(picture((60, 300)), "JPEG"), max_side=100)) as image:
        assert image.size == (20, 100)


def test_it_drops_what_hangs_on_behind_the_picture():
    tail = b"PK\x03\x04" + SECRET.encode() + b"<script>"
    assert SECRET.encode() not in cleaned(written(picture(), "JPEG") + tail).read()


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Līgo svētki.PNG", "ligo-svetki"),
        ("C:\\Bildes\\talka.exe", "talka"),
        ("../../etc/talka.jpg", "talka"),
        ("x" * 300 + ".jpg", "x" * 40),
        ("Привет.jpg", "picture"),
        ("", "picture"),
    ],
)
def test_it_names_the_picture_so_that_nobody_guesses(name, stem):
    names = {cleaned(PICTURES["jpeg"], name=name).name for _time in range(3)}
    assert len(names) == 3
    assert all(re.fullmatch(rf"{stem}-[a-z0-9]{{10}}\.jpg", name) for name in names)


def test_it_keeps_the_frames_of_an_animation():
    with Image.open(cleaned(animation(frames=4), name="a.gif")) as image:
        assert (image.n_frames, image.info["duration"], image.info["loop"]) == (4, 120, 0)
        assert "comment" not in image.info


def test_it_refuses_an_animation_without_end():
    assert refused(animation(frames=6), max_frames=5) == "animation_too_long"
    assert refused(animation(size=(50, 50)), max_animation_pixels=7000) == "animation_too_long"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "svg"),
        (b"<?xml version='1.0'?>\n<!-- x -->\n<svg/>", "svg"),
        (b"MZ\x90\x00\x03" + bytes(500), "not_a_picture"),
        (b"<html><script>alert(1)</script>", "not_a_picture"),
        (b"\xff\xd8\xff", "not_a_picture"),
        (written(picture(), "TIFF"), "not_a_picture"),
        (written(picture(), "BMP"), "not_a_picture"),
        (written(picture(), "ICO"), "not_a_picture"),
        (written(picture(), "PDF"), "not_a_picture"),
        (png_header(10_000, 6_000), "too_many_pixels"),
        (png_header(2**31 - 1, 2**31 - 1), "too_many_pixels"),
        (png_header(80, 40), "broken_picture"),
    ],
)
def test_it_refuses_what_is_no_safe_picture(data, code):
    assert refused(data) == code


def test_it_refuses_too_many_pixels_before_decoding_them():
    for kind in ("JPEG", "PNG", "WEBP", "AVIF", "HEIF", "GIF"):
        data = written(picture((300, 200)), kind)
        # Without its second half the file could not be decoded, so only the header was read.
        part = data if kind in {"AVIF", "HEIF", "WEBP"} else data[: len(data) // 2]
        assert refused(part, max_pixels=59_999) == "too_many_pixels"
        assert cleaned(data, max_pixels=60_000)


def test_it_refuses_too_many_pixels_where_warnings_are_errors():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert refused(png_header(10_000, 10_000)) == "too_many_pixels"


def test_it_refuses_a_frame_larger_than_its_header_says():
    data = bytearray(written(picture(), "GIF"))
    frame = data.index(b"\x2c", 13)
    data[frame + 5 : frame + 9] = struct.pack("<HH", 8000, 8000)
    assert refused(bytes(data)) == "too_many_pixels"


@pytest.mark.parametrize("kind", PICTURES)
@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_it_refuses_a_picture_that_did_not_arrive_whole(kind, share):
    noise = Image.effect_noise((120, 90), 90).convert("RGB")
    data = animation(20) if kind == "gif" else written(noise, kind.replace("heic", "heif"))
    # An MPO file is a JPEG with further ones behind it; only the first is wanted.
    data = written(noise, "JPEG") if kind == "mpo" else data
    code = refused(data[: int(len(data) * share)])
    assert code in {"broken_picture", "not_a_picture"}


def test_it_reads_no_more_than_the_limit():
    class Counting(ContentFile):
        taken = 0

        def read(self, *size):
            data = self.file.read(*size)
            self.taken += len(data)
            return data

    file = Counting(PICTURES["jpeg"] + bytes(100_000), name="a.jpg")
    with pytest.raises(ValidationError) as caught:
        clean_image(file, max_bytes=1000)
    assert (caught.value.code, file.taken) == ("too_large", 1001)


@st.composite
def spoilt(draw, samples):
    """A good file with some bytes changed, put in or cut off."""
    name = draw(st.sampled_from(sorted(samples)))
    data = bytearray(samples[name])
    for _edit in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, len(data)))
        data[place : place + draw(st.integers(0, 8))] = draw(st.binary(max_size=8))
    return name, bytes(data)


@settings(max_examples=300, deadline=None)
@given(spoilt(PICTURES))
def test_it_never_breaks_on_a_spoilt_picture(sample):
    name, data = sample
    with suppress(ValidationError):
        output = cleaned(data, name=f"a.{name}").read()
        assert SECRET.encode() not in output
        Image.open(BytesIO(output)).load()


JPEG, PNG, GIF, WEBP = b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF\x20\0\0\0WEBP"
HEIC, AVIF = b"\0\0\0\x18ftypheic", b"\0\0\0\x18ftypavif"


@settings(max_examples=200, deadline=None)
@given(st.sampled_from([b"", JPEG, PNG, GIF, WEBP, HEIC, AVIF]), st.binary(max_size=300))
def test_it_never_breaks_on_any_bytes(signature, data):
    with suppress(ValidationError):
        cleaned(signature + data)
