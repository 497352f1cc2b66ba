"""The doors to what belongs to people."""

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import Http404

from core.models.site import SiteSettings
from core.roles import EDITORS, is_editor
from members.models import ConsentText, DataExport, Erasure, PendingAction, User
from members.pending import UnknownKind, kind_of
from members.secret_words import digest_of


def editors() -> list[User]:
    """The municipality's editors; administrators where there is no editor yet."""
    people = User.objects.filter(is_active=True).order_by("pk")
    return list(people.filter(groups__name=EDITORS)) or list(people.filter(is_superuser=True))


def goes_to_editor(letter, now) -> bool:
    """Whether the one who is to be told is still an editor."""
    return bool(letter.person and is_editor(letter.person))


def pending_by_key(key) -> PendingAction:
    """What was begun under the key, which only the one who began it knows; else Http404."""
    return _known(PendingAction.objects.filter(key=key).first())


def pending_by_token(token: str) -> PendingAction:
    """What the link of a letter is about; else Http404."""
    return _known(PendingAction.objects.filter(link_digest=digest_of(token)).first())


def _known(action: PendingAction | None) -> PendingAction:
    try:
        kind_of(action.kind if action else "")
    except UnknownKind:
        raise Http404 from None
    return action


def profile_for(reader, key) -> User:
    """The person with this public key who shows a page of theirs; else Http404.

    One's own page can be seen before it is shown to others.
    """
    person = User.objects.filter(key=key, is_active=True, is_erased=False).first()
    if person is None or not (person.is_public or person == reader):
        raise Http404
    return person


def taken_names(person) -> list[str]:
    """What those who work on the site are called, which nobody else may be."""
    staff = User.objects.filter(
        Q(is_superuser=True) | Q(is_staff=True) | Q(groups__isnull=False), is_active=True
    ).exclude(pk=person.pk)
    rows = staff.distinct().values_list("display_name", "first_name", "last_name")
    names = {name for row in rows for name in (row[0], f"{row[1]} {row[2]}", f"{row[2]} {row[1]}")}
    sites = SiteSettings.objects.values_list("name", flat=True)
    return [*(name for name in names if name.strip()), *sites]


def export_for(person, token: str) -> DataExport:
    """The person's own export of this link; Http404 for everybody else."""
    export = DataExport.objects.filter(person=person, token_digest=digest_of(token)).first()
    if export is None:
        raise Http404
    return export


def erasure_for(token: str) -> Erasure | None:
    """The erasure that the link of a letter takes back; None when there is none any more."""
    return Erasure.objects.filter(cancel_digest=digest_of(token)).select_related("person").first()


def consent_texts_for(person):
    """All versions of what people agree to, the newest first; PermissionDenied but for editors."""
    if not is_editor(person):
        raise PermissionDenied
    texts = ConsentText.objects.annotate(given=Count("consents"))
    return texts.order_by("-valid_from", "-version", "-pk")
