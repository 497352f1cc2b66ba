"""Taking the roles of the whole municipality away; they are given by invitation alone."""

from datetime import datetime

from django.contrib.auth.models import Group
from django.db import transaction

from communities.access import administrators
from communities.models import Invitation
from core.roles import EDITORS


class LastAdministrator(Exception):
    """Nobody would be left who can give rights."""


@transaction.atomic
def dismiss_editor(*, person, by, now: datetime):
    """Take the editor's role away, from the next request on; offers they made end with it."""
    person.groups.remove(Group.objects.get(name=EDITORS))
    _end_offers(person, now)


@transaction.atomic
def dismiss_administrator(*, person, by, now: datetime):
    """Take the administrator's role away; raises LastAdministrator."""
    others = administrators().select_for_update().exclude(pk=person.pk)
    if not list(others):
        raise LastAdministrator
    person.is_superuser = person.is_staff = False
    person.save(update_fields=["is_superuser", "is_staff"])
    _end_offers(person, now)


def _end_offers(person, now):
    Invitation.objects.waiting(now).filter(invited_by=person).update(withdrawn_at=now)
