"""People who do not exist, as whom an editor looks at a page."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth.models import AnonymousUser, Group

from communities.models import CommunityPage
from members.models import User

NOBODY, RESIDENT, LEADER = "nobody", "resident", "leader-"
LEADERS_RIGHTS = frozenset({"wagtailadmin.access_admin"})


@dataclass(frozen=True)
class Onlooker:
    """Somebody who has signed in, owns nothing and can do nothing but read.

    `leads` are the translation keys of the communities that they would lead.
    """

    leads: frozenset[UUID] = frozenset()
    pk: None = None
    is_authenticated: bool = True
    is_active: bool = True
    is_anonymous: bool = False
    is_superuser: bool = False
    is_staff: bool = False

    id: None = None
    # What `core.roles.is_editor` would otherwise ask and write down.
    _is_editor = False

    def __getattr__(self, name):
        """Whatever else a template asks of a person is as of one who has told nothing."""
        return getattr(User(), name)

    @property
    def groups(self):
        """They belong to no group."""
        return Group.objects.none()

    def has_perm(self, permission, thing=None) -> bool:
        return bool(self.leads) and permission in LEADERS_RIGHTS

    def has_perms(self, permissions, thing=None) -> bool:
        return all(map(self.has_perm, permissions))

    def has_module_perms(self, app) -> bool:
        return False


def onlooker_of(name: str):
    """The onlooker of this name; None when there is none.

    Names are `nobody`, `resident`, and `leader-` with the Latvian slug of a community.
    """
    if name == NOBODY:
        return AnonymousUser()
    if name == RESIDENT:
        return Onlooker()
    slug = name.removeprefix(LEADER)
    communities = CommunityPage.objects.filter(locale__language_code="lv", slug=slug)
    key = communities.values_list("translation_key", flat=True).first()
    is_leader = name.startswith(LEADER) and key
    return Onlooker(leads=frozenset({key})) if is_leader else None
