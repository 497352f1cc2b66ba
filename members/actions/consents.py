"""The texts that people agree to: a change is a new version."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from wagtail.log_actions import log

from members.models import ConsentText


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
