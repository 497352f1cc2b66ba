"""What Wagtail keeps about a person who works in the backstage."""

from functools import partial

from django.db import transaction
from wagtail.admin.models import EditingSession, FormState
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import (
    APIToken,
    Comment,
    CommentReply,
    ModelLogEntry,
    Page,
    PageLogEntry,
    PageSubscription,
    Revision,
    UploadedFile,
)
from wagtail.users.models import UserProfile

from members.privacy.mentions import forget_mentions, names_of


def export_backstage(person) -> dict:
    """What the person made and did; the content itself belongs to the site."""
    replies = CommentReply.objects.filter(user=person).order_by("pk")
    return {
        "pages": list(
            Page.objects.filter(owner=person)
            .order_by("pk")
            .values("title", "url_path", "first_published_at")
        ),
        "revisions": list(
            Revision.objects.filter(user=person).order_by("pk").values("object_str", "created_at")
        ),
        "log": [
            *_entries(PageLogEntry.objects.filter(user=person)),
            *_entries(ModelLogEntry.objects.filter(user=person)),
        ],
        "comments": [
            *Comment.objects.filter(user=person).order_by("pk").values("text", "created_at"),
            *replies.values("text", "created_at"),
        ],
        "pictures": _uploads(get_image_model(), person),
        "documents": _uploads(get_document_model(), person),
    }


def erase_backstage(person, now):
    """Forget settings, places and names; who did something stays as a deleted user."""
    for profile in UserProfile.objects.filter(user=person):
        if profile.avatar:
            transaction.on_commit(partial(profile.avatar.storage.delete, profile.avatar.name))
        profile.delete()
    for upload in UploadedFile.objects.filter(uploaded_by_user=person):
        transaction.on_commit(partial(upload.file.storage.delete, upload.file.name))
        upload.delete()
    PageSubscription.objects.filter(user=person).delete()
    APIToken.objects.filter(user=person).delete()
    EditingSession.objects.filter(user=person).delete()
    FormState.objects.filter(user=person).delete()
    about = ModelLogEntry.objects.for_instance(person)
    about.delete()
    for model in (PageLogEntry, ModelLogEntry):
        forget_mentions(model.objects.all(), names_of(person), texts=["label"], structures=["data"])


def _entries(entries) -> list[dict]:
    return list(entries.order_by("timestamp", "pk").values("action", "label", "timestamp"))


def _uploads(model, person) -> list[dict]:
    return list(
        model.objects.filter(uploaded_by_user=person).order_by("pk").values("title", "created_at")
    )
