"""What people upload, made safe before it is stored."""

from core.uploads.documents import check_document
from core.uploads.images import clean_image

__all__ = ["check_document", "clean_image"]
