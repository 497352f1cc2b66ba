"""What is said of places and troubles, in the reader's language."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.file_text.reading import Place, PlaceKind, Trouble

_SENTENCES = {
    Trouble.DAMAGED: _(
        "We could not read this file, or not all of it, because it is damaged. Please open it in "
        "the program it was made with, save it again and upload the new copy."
    ),
    Trouble.MISMATCH: _(
        "This file is not what its name says. Please open it in the program it was made with, "
        "save it again and upload the new copy."
    ),
    Trouble.PROTECTED: _(
        "This file asks for a password, so nobody can find it by its text. Please save it without "
        "a password and upload the new copy."
    ),
    Trouble.TOO_LARGE: _(
        "This file holds so much that we could not read it to its end. People will find it only "
        "by what we have read. Please divide it into smaller files, or save it with smaller "
        "pictures."
    ),
    Trouble.TOO_MANY_PARTS: _(
        "This file has so many parts that we could not read it to its end. People will find it "
        "only by what we have read. Please divide it into smaller files."
    ),
    Trouble.TOOK_TOO_LONG: _(
        "Reading this file took too long, and we stopped. People will find it only by what we "
        "have read. Please save it in a simpler form, or divide it into smaller files."
    ),
    Trouble.NO_TEXT: _(
        "We found no text in this file: perhaps it was scanned and is made of pictures alone. "
        "People will find it only by its title and summary, and those who listen to pages cannot "
        "hear it. Please upload a version with text."
    ),
}


def sentence_of(trouble: Trouble) -> str:
    """What is wrong with the file and what its uploader can do, as a lazy translation."""
    return _SENTENCES[trouble]


def label_of(place: Place) -> str:
    """How a place is called beside a find, as "page 3"; nothing for a file without parts."""
    if place.kind == PlaceKind.PAGE:
        return gettext("page %(number)s") % {"number": place.number}
    if place.kind == PlaceKind.SLIDE:
        return gettext("slide %(number)s") % {"number": place.number}
    if place.kind == PlaceKind.SHEET:
        return gettext("sheet “%(name)s”") % {"name": place.name}
    return gettext("section “%(name)s”") % {"name": place.name} if place.name else ""
