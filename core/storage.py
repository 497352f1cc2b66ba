"""The two roots: what anybody may fetch, and what is reached only through a door."""

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.utils.deconstruct import deconstructible


@deconstructible(path="core.storage.PublicStorage")
class PublicStorage(FileSystemStorage):
    """Renditions of pictures, under MEDIA_ROOT, with public addresses."""

    @property
    def base_location(self):
        return settings.MEDIA_ROOT

    @property
    def base_url(self):
        return settings.MEDIA_URL


@deconstructible(path="core.storage.PrivateStorage")
class PrivateStorage(FileSystemStorage):
    """Originals and documents, under PRIVATE_ROOT, without addresses of their own."""

    @property
    def base_location(self):
        return settings.PRIVATE_ROOT

    def url(self, name):
        """Empty: a private file has no address of its own."""
        return ""
