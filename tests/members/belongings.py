"""A person who has something in every corner of the site, marked with a word of theirs."""

from datetime import timedelta
from pathlib import Path

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.backends.db import SessionStore
from django.core.files.base import ContentFile
from wagtail.admin.models import EditingSession
from wagtail.documents import get_document_model
from wagtail.log_actions import log
from wagtail.models import Comment, CommentReply, PageSubscription, UploadedFile
from wagtail.users.models import UserProfile

from members import actions
from members.models import Consent, ConsentText, User
from notifications.actions import queue
from notifications.models import DeadAddress
from tests import world


def markers_of(person, word: str) -> list[str]:
    """Words that tell who the person is, each of them in what an export must have."""
    return [
        person.email,
        f"otra.{person.email}",
        f"Vārdiņš {word}",
        f"Uzvārds{word}",
        f"Par {word}",
    ]


def give_everything(person: User, site, word: str, now) -> User:
    """Give the person rows in all tables that keep something about people."""
    person.display_name, person.about = f"Vārdiņš {word}", f"Par {word}"
    person.first_name, person.last_name = f"Mans{word}", f"Uzvārds{word}"
    person.is_public, person.last_login, person.active_at = True, now, now
    person.save()
    _give_sign_in(person, word)
    _give_letters(person, word, now)
    _give_backstage(person, site, word, now)
    text, _made = ConsentText.objects.get_or_create(
        version=1, language="lv", defaults={"text": "Noteikumi", "valid_from": now}
    )
    Consent.objects.create(person=person, text=text, given_at=now - timedelta(days=1))
    return person


def _give_sign_in(person, word):
    for address, is_first in ((person.email, True), (f"otra.{person.email}", False)):
        EmailAddress.objects.create(user=person, email=address, verified=True, primary=is_first)
    Authenticator.objects.create(user=person, type="totp", data={"secret": f"noslēpums-{word}"})
    signed_in = SessionStore()
    signed_in["_auth_user_id"] = str(person.pk)
    signed_in.create()
    waiting = SessionStore()
    waiting["account_login_code"] = {"email": person.email.upper(), "code": f"kods-{word}"}
    waiting.create()
    UserSession.objects.create(
        user=person, session_key=signed_in.session_key, ip="192.0.2.9", user_agent=f"Pārlūks {word}"
    )


def _give_letters(person, word, now):
    from tests.members import taking_part  # noqa: F401 - registers the kind

    for address in (person.email, f"otra.{person.email}".upper()):
        actions.begin_pending(
            kind="tests.words",
            payload={"text": f"Teksts {word}"},
            address=address,
            language="lv",
            now=now,
            client_address=f"192.0.2.{person.pk % 250}",
        )
    queue(kind="members.export", about=f"cita:{person.pk}", now=now, person=person)
    other, _made = User.objects.get_or_create(email="redakcija@example.test")
    told = {"who": [f"Vārdiņš {word} ({person.email})"], "page": "Vārdiņi"}
    queue(kind="members.export", about=f"par:{person.pk}", now=now, person=other, context=told)
    DeadAddress.objects.create(address=person.email.upper(), found_at=now, smtp_code=550)
    mail = getattr(settings, "EMAIL_FILE_PATH", None)
    if mail:
        Path(mail).mkdir(parents=True, exist_ok=True)
        letter = f"To: {word} <{person.email}>\nSubject: x\n\nSveiki, {person.email}"
        (Path(mail) / f"{word}.eml").write_text(letter)


def _give_backstage(person, site, word, now):
    page = world.article(site.news, f"Raksts {word}", owner=person)
    page.title = f"Raksts {word} 2"
    page.save_revision(user=person, log_action=True)
    comment = Comment.objects.create(
        page=page, user=person, text=f"Piezīme {word}", contentpath="title"
    )
    CommentReply.objects.create(comment=comment, user=person, text=f"Atbilde {word}")
    PageSubscription.objects.create(page=page, user=person, comment_notifications=True)
    profile = UserProfile.get_for_user(person)
    profile.avatar.save(f"{word}.png", ContentFile(b"png"))
    UploadedFile.objects.create(
        uploaded_by_user=person,
        file=ContentFile(b"x", name=f"{word}.txt"),
        for_content_type=ContentType.objects.get_for_model(get_document_model()),
    )
    EditingSession.objects.create(user=person, content_object=page, last_seen_at=now)
    log(instance=person, action="wagtail.edit", user=person)
    log(instance=page, action="wagtail.edit", data={"who": person.email.upper()}, user=None)
    log(instance=page, action="wagtail.edit", data={"kas": {"Kas": f"Mans{word} Uzvārds{word}"}})
