"""Pictures for the tests, made as telephones make them."""

from io import BytesIO

from PIL import ExifTags, Image

RED, BLUE = (255, 0, 0), (0, 0, 255)
MAKER = "Slepenvieta"


def photo(kind="JPEG", size=(80, 40), orientation=6) -> bytes:
    """A picture, left half red and right half blue, with notes that say where it was taken."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, *size))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Make] = MAKER
    exif[ExifTags.IFD.GPSInfo] = {1: "N", 2: (57.0, 18.0, 43.0), 3: "E", 4: (26.0, 45.0, 0.0)}
    output = BytesIO()
    image.save(output, kind, exif=exif.tobytes(), quality=95)
    return output.getvalue()
