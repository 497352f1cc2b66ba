"""Who may let others in: administrators alone, whatever rights a group was given."""

# Whoever may change people or groups could make an administrator of themselves.
RESERVED = frozenset(
    f"{label}.{action}_{model}"
    for label, model in (("members", "user"), ("auth", "group"), ("auth", "permission"))
    for action in ("add", "change", "delete", "view")
)


class OnlyAdministratorsGrant:
    """Part of an authentication backend: takes the rights to let others in away from groups."""

    def get_user_permissions(self, user_obj, obj=None):
        return _without_reserved(user_obj, super().get_user_permissions(user_obj, obj))

    def get_group_permissions(self, user_obj, obj=None):
        return _without_reserved(user_obj, super().get_group_permissions(user_obj, obj))


def _without_reserved(person, rights: set[str]) -> set[str]:
    return rights if person.is_superuser else rights - RESERVED
