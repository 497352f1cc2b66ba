"""The texts that people agree to: a change is a new version."""

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from wagtail.log_actions import log

from members.models import Consent, ConsentText

# What a new site begins with, a file for each language; editors add versions of their own.
FIRST_RULES = Path(__file__).resolve().parent.parent / "rules"


@transaction.atomic
def add_consent_text(
    *, kind: str, language: str, text: str, valid_from: datetime, user, now: datetime
) -> ConsentText:
    """Keep the next version of a text in a language; those before it stay as they were given.

    It is never valid before now, so that nobody agreed to it without knowing.
    """
    # Two editors at once wait for each other here, and get numbers of their own.
    same = ConsentText.objects.select_for_update().filter(kind=kind, language=language)
    list(same.values_list("pk"))
    newest = same.aggregate(newest=Max("version"))["newest"] or 0
    added = ConsentText.objects.create(
        kind=kind, language=language, text=text, valid_from=max(valid_from, now), version=newest + 1
    )
    log(instance=added, action="wagtail.create", user=user)
    return added


@transaction.atomic
def begin_rules(*, now: datetime):
    """Give a site its first rules in every language, unless it has had rules before."""
    if ConsentText.objects.filter(kind=ConsentText.Kind.RULES).exists():
        return
    for code, _name in settings.LANGUAGES:
        text = (FIRST_RULES / f"{code}.txt").read_text(encoding="utf-8").strip()
        add_consent_text(
            kind=ConsentText.Kind.RULES,
            language=code,
            text=text,
            valid_from=now,
            user=None,
            now=now,
        )


@transaction.atomic
def give_consent(*, person, text: ConsentText, now: datetime) -> Consent:
    """Keep that the person agreed to the text, once."""
    return Consent.objects.get_or_create(person=person, text=text, defaults={"given_at": now})[0]


def agree_by_signing_in(*, person, language: str, now: datetime):
    """Keep that the person agreed to the rules of today, which the sign-in page names."""
    text = ConsentText.objects.current(ConsentText.Kind.RULES, language, now)
    if text:
        give_consent(person=person, text=text, now=now)
