"""Letters about resources: to whoever uploaded a file that cannot be read, and about reviews."""

from datetime import date, timedelta
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from core.file_text.reading import Trouble
from core.file_text.words import sentence_of
from core.roles import is_editor
from library.models import FileText, ResourcePage
from notifications.kinds import Kind, register
from notifications.links import address

TROUBLE, REVIEW = "library.file-trouble", "library.review"
A_MONTH = timedelta(days=30)


def _may_hear_of_trouble(letter, now) -> bool:
    return letter.person is not None and letter.person.has_perm("wagtailadmin.access_admin")


def _trouble(letter, now) -> dict | None:
    """What is wrong with the file; nothing when it has been replaced or deleted."""
    text = FileText.objects.filter(document_id=letter.context["document"]).first()
    if text is None or not text.trouble or text.digest != letter.context["digest"]:
        return None
    return {
        "title": text.document.title,
        "file": text.document.filename,
        "trouble": str(sentence_of(Trouble(text.trouble))),
        "action_url": address("wagtaildocs:edit", text.document_id),
    }


def due_page(key: UUID, review_date: date) -> ResourcePage | None:
    """The live Latvian page of the resource, as long as its date of review is still this one."""
    pages = ResourcePage.objects.live().filter(translation_key=key, review_date=review_date)
    return pages.filter(locale__language_code="lv").first()


def _due(letter) -> ResourcePage | None:
    said = letter.context
    return due_page(UUID(said["resource"]), date.fromisoformat(said["review_date"]))


def _may_review(letter, now) -> bool:
    page = _due(letter)
    person = letter.person
    return bool(page and person) and (person == page.owner or is_editor(person))


def _review(letter, now) -> dict | None:
    """Which resource, and where one says that it still holds."""
    page = _due(letter)
    if page is None:
        return None
    return {
        "title": page.title,
        "day": date_format(page.review_date, "DATE_FORMAT"),
        "is_again": letter.context["turn"] > 0,
        "action_url": address("wagtailadmin_pages:edit", page.pk),
    }


def register_kinds():
    """Register the kinds, once, when Django starts."""
    folder = "library/letters"
    trouble, review = _("A file cannot be read"), _("A resource is to be looked through")
    register(Kind(TROUBLE, f"{folder}/file_trouble.txt", _may_hear_of_trouble, _trouble, trouble))
    register(Kind(REVIEW, f"{folder}/review.txt", _may_review, _review, review, A_MONTH))
