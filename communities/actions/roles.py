"""Who leads and helps a community, and what follows when that changes."""

from datetime import datetime

from django.db import transaction

from communities.access import leaders_of
from communities.history import note
from communities.letters import names_of, tell, tell_editors
from communities.models import CommunityPage, CommunityRights, CommunityRole
from communities.provisioning import provision


@transaction.atomic
def appoint(*, community, person, kind: str, by, now: datetime) -> CommunityRole:
    """Give the person this role in the community; another role of theirs there becomes this one."""
    role, is_new = CommunityRole.objects.select_for_update().get_or_create(
        community_key=community.translation_key,
        person=person,
        defaults={"kind": kind, "added_at": now, "added_by": by},
    )
    if is_new or role.kind != kind:
        role.kind, role.added_at, role.added_by = kind, now, by
        role.save()
        note(role.community_key, "appoint", by, role=role.kind)
    provision(community_key=role.community_key)
    check_leadership(community_key=role.community_key, now=now)
    return role


@transaction.atomic
def dismiss(*, role: CommunityRole, by, now: datetime):
    """Take the role away, from the person's next request on; what they wrote stays.

    The person is told, unless they went by themselves; editors are told when nobody is left.
    """
    key, person, kind = role.community_key, role.person, role.kind
    note(key, "dismiss", by, role=kind)
    if by != person:
        names = names_of(key, person.language)
        about = f"role:{role.pk}"
        tell(person, "role-ended", about, now, {**names, "role_kind": kind})
    role.delete()
    provision(community_key=key)
    check_leadership(community_key=key, now=now)


@transaction.atomic
def leave(*, role: CommunityRole, now: datetime):
    """Give one's own role back."""
    dismiss(role=role, by=role.person, now=now)


@transaction.atomic
def check_leadership(*, community_key, now: datetime):
    """Notice whether anybody leads the community; tell every editor once when nobody does any more.

    It is safe to ask at any time: a person may go by ways that tell nobody, as by deleting the
    account.
    """
    rights = CommunityRights.objects.select_for_update().filter(community_key=community_key).first()
    is_led = bool(leaders_of(community_key))
    if rights is None or rights.is_led == is_led:
        return
    rights.is_led, rights.leaderless_since = is_led, None if is_led else now
    rights.save(update_fields=["is_led", "leaderless_since"])
    if not is_led:
        about = f"community:{community_key}:{now:%Y%m%d%H%M%S}"
        tell_editors("community-leaderless", about, now, lambda code: names_of(community_key, code))


def check_all_leadership(now: datetime):
    """The job: look after every community."""
    keys = CommunityPage.objects.order_by("translation_key").values_list("translation_key")
    for (key,) in keys.distinct():
        check_leadership(community_key=key, now=now)


@transaction.atomic
def set_trust(*, community_key, is_trusted: bool, by, now: datetime):
    """Let the leaders of a community publish without approval, or ask for approval again."""
    rights = CommunityRights.objects.select_for_update().get(community_key=community_key)
    if rights.is_trusted == is_trusted:
        return
    rights.is_trusted = is_trusted
    rights.save(update_fields=["is_trusted"])
    provision(community_key=community_key)
    note(community_key, "trust" if is_trusted else "distrust", by)
    for person in leaders_of(community_key):
        context = {**names_of(community_key, person.language), "is_trusted": is_trusted}
        about = f"community:{community_key}:{now:%Y%m%d%H%M%S}"
        tell(person, "community-trust", about, now, context)
