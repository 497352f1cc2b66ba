"""The people of the demo site; no other profile has them."""

from django.conf import settings
from django.contrib.auth.models import Group

from members.models import User

PASSWORD = "kopa-demo"  # noqa: S105 - known to everybody, and good in the demo alone


def add_people():
    """Add the demo's people, each once; refuses outside the demo and test profiles."""
    if settings.PROFILE not in ("demo", "test"):
        raise RuntimeError("Demo people exist in the demo profile alone.")
    _person("admin@kopa.test", is_superuser=True, is_staff=True)
    editor = _person("redaktore@kopa.test")
    editor.groups.set(Group.objects.filter(name="Moderators"))
    _person("iedzivotajs@kopa.test")


def _person(email, **fields) -> User:
    found = User.objects.filter(email=email).first()
    return found or User.objects.create_user(email, PASSWORD, **fields)
