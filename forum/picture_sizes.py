"""The sizes in which pictures of posts are shown, made when they are first asked for."""

from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image

from forum.models import PostPicture

# The longer side at most, in pixels.
SIZES = {"small": 480, "large": 1400}
QUALITY = 80


def name_of_size(name: str, size: str) -> str:
    """What the file of a size is called, beside the one that was uploaded."""
    return f"{name.rsplit('.', 1)[0]}-{size}.webp"


def file_of_size(picture: PostPicture, size: str):
    """The picture in this size as an open WebP file, of pixels only; FileNotFoundError if gone."""
    storage, name = picture.file.storage, name_of_size(picture.file.name, size)
    if not storage.exists(name):
        # Two who ask at once make the same; the second copy is deleted with neither name in use.
        made = storage.save(name, ContentFile(_made(picture, SIZES[size])))
        if made != name:
            storage.delete(made)
    return storage.open(name, "rb")


def _made(picture, side: int) -> bytes:
    with picture.file.storage.open(picture.file.name, "rb") as file, Image.open(file) as image:
        # Of a moving picture its first moment.
        pixels = image.convert("RGBA" if _is_see_through(image) else "RGB")
    pixels.thumbnail((side, side), Image.Resampling.LANCZOS)
    content = BytesIO()
    pixels.save(content, "WEBP", quality=QUALITY)
    return content.getvalue()


def _is_see_through(image) -> bool:
    return "A" in image.getbands() or "transparency" in image.info
