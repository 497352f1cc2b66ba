"""What the library keeps about people."""

from library.asking.actions import forget_asker
from library.models import HelpfulMark, ResourceRequest, SavedResource, UseNote
from library.use.actions import forget_use
from members.privacy import Holder


def export(person) -> dict:
    """What helped the person, what they keep for later, what they said and asked for."""
    mine = {"person": person}
    marks = HelpfulMark.objects.filter(**mine).order_by("pk").values("resource_key", "marked_at")
    saved = SavedResource.objects.filter(**mine).order_by("pk").values("resource_key", "saved_at")
    names = ("resource_key", "community_key", "text", "written_at", "hidden_at", "hidden_reason")
    asked = ("text", "asked_at", "state", "answer_key", "answer", "answered_at")
    return {
        "helped": list(marks),
        "kept_for_later": list(saved),
        "notes": list(UseNote.objects.filter(**mine).order_by("pk").values(*names)),
        "asked_for": list(ResourceRequest.objects.filter(**mine).order_by("pk").values(*asked)),
    }


def erase(person, now):
    """Forget all of it; pages that the person suggested stay with the editors."""
    forget_use(person=person)
    forget_asker(person=person)


HOLDER = Holder(
    "library",
    export,
    erase,
    tables=(
        "library.HelpfulMark",
        "library.ResourceRequest",
        "library.SavedResource",
        "library.UseNote",
    ),
)
