"""The letter to whoever wrote a note that editors have hidden."""

from django.utils.translation import gettext_lazy as _

from library.models import ResourcePage, UseNote
from notifications.kinds import Kind, register
from notifications.links import address

HIDDEN = "library.note-hidden"


def _note(letter) -> UseNote | None:
    notes = UseNote.objects.filter(pk=letter.context["note"], hidden_at__isnull=False)
    return notes.filter(person=letter.person).first()


def _may_receive(letter, now) -> bool:
    return bool(letter.person and letter.person.is_active and _note(letter))


def _about(letter, now) -> dict | None:
    """What was hidden; nothing when it is shown again or gone."""
    note = _note(letter)
    if note is None:
        return None
    pages = ResourcePage.objects.filter(translation_key=note.resource_key)
    page = pages.order_by("locale_id").first()
    return {
        "title": page.title if page else "",
        "note_text": note.text,
        "action_url": address("library:own-use", note.resource_key),
    }


def register_kinds():
    """Register the kind, once, when Django starts."""
    template, label = "library/letters/note_hidden.txt", _("A note about use was hidden")
    register(Kind(HIDDEN, template, _may_receive, _about, label))
