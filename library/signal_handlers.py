"""What the library does when a page or a document changes, by whichever way it was changed."""

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_delete, post_save
from wagtail.models import Revision
from wagtail.signals import page_published

from core.models import HubDocument
from library.actions import await_reading, forget_picture, keep_documents, keep_words
from library.models import FileText, ResourcePage
from library.searched import keep_entries_of


def connect():
    """Connect the handlers, each once."""
    for signal, handler, sender in (
        (page_published, on_published, ResourcePage),
        (post_save, on_revised, Revision),
        (post_save, on_document_saved, HubDocument),
        (post_save, on_text_saved, FileText),
        (post_delete, on_text_gone, FileText),
    ):
        signal.connect(handler, sender=sender, dispatch_uid=f"library.{handler.__name__}")


def on_published(sender, instance, **kwargs):
    keep_documents(page=instance)
    keep_words(page=instance)


def on_revised(sender, instance, raw=False, **kwargs):
    if not raw and instance.content_type == ContentType.objects.get_for_model(ResourcePage):
        page = ResourcePage.objects.filter(pk=instance.object_id).first()
        if page is not None:
            keep_documents(page=page, draft=instance.as_object())


def on_document_saved(sender, instance, raw=False, **kwargs):
    if not raw and instance.named.exists():
        await_reading(document=instance)


def on_text_saved(sender, instance, raw=False, **kwargs):
    if not raw:
        keep_entries_of(instance)


def on_text_gone(sender, instance, **kwargs):
    if instance.picture:
        forget_picture(text=instance)
