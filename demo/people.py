"""The people of the demo site; no other profile has them."""

from datetime import datetime, timedelta
from functools import cache

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.utils.translation import gettext as _

from core.roles import EDITORS
from demo.leaders import add_leaders
from demo.texts import read
from members.accounts.shown import ShownPerson
from members.models import User

PASSWORD = "kopa-demo"  # noqa: S105 - known to everybody, and good in the demo alone
# Residents were here before they wrote what the forum shows of them.
HERE_FOR = timedelta(days=90)


def add_people(now: datetime):
    """Add the demo's people, each once; refuses outside the demo and test profiles.

    Leaders come with their communities, where the demo's pages are there.
    """
    if settings.PROFILE not in ("demo", "test"):
        raise RuntimeError("Demo people exist in the demo profile alone.")
    _person("admin@kopa.test", is_superuser=True, is_staff=True)
    editor = _person("redaktore@kopa.test")
    editor.groups.set(Group.objects.filter(name=EDITORS))
    _person("iedzivotajs@kopa.test")
    for address, name in read("people")["names"].items():
        User.objects.filter(email=address, display_name="").update(display_name=name)
    _add_residents(now)
    add_leaders(lambda address, name: _person(address, display_name=name), now)


def shown() -> list[ShownPerson]:
    """The demo's people for its sign-in page, those who may do most first."""
    roles = {
        "admin": _("administrator"),
        "redaktore": _("editor of the municipality"),
        "lidere": _("leader of a community"),
        "palidze": _("helper of a community"),
    }
    found = User.objects.filter(email__endswith="@kopa.test", is_active=True)
    kinds = [*roles, ""]
    people = [
        (kinds.index(kind if kind in roles else ""), address, roles.get(kind, _("resident")))
        for address in found.values_list("email", flat=True)
        for kind in [address.split("@")[0].split(".")[0].rstrip("2")]
    ]
    return [ShownPerson(address, PASSWORD, role) for _rank, address, role in sorted(people)]


def _add_residents(now):
    """Whoever talks in the forum; to try it out, nobody needs a letter for each of its posts."""
    fields = {"date_joined": now - HERE_FOR, "letter_rhythm": User.LetterRhythm.NONE}
    for prefix, name in read("people")["residents"].items():
        _person(f"{prefix}@kopa.test", display_name=name, **fields)


def _person(email, **fields) -> User:
    found = User.objects.filter(email=email).first()
    person = found or User.objects.create_user(email, **fields)
    person.is_new = found is None
    if person.is_new:
        person.password = _hashed()
        person.save(update_fields=["password"])
    return person


@cache
def _hashed() -> str:
    """The password for the database; hashing takes long, and one hash does for the whole demo."""
    return make_password(PASSWORD)
