"""The names of the groups that the site itself depends on."""

# The municipality's editors; the group is Wagtail's own "Moderators", renamed when the site began.
EDITORS = "Redaktori"
# What Wagtail calls them in a fresh database, until the site's own migrations have run.
WAGTAIL_EDITORS = "Moderators"
# Pictures and documents that every community may choose and nobody but editors may change.
SHARED_COLLECTION = "Kopīgie attēli un dokumenti"
# The way of a leader's page to the site.
WORKFLOW = "Redaktora apstiprinājums"


def is_editor(person) -> bool:
    """Whether the person is one of the municipality's editors, or an administrator."""
    if not (person.is_authenticated and person.is_active):
        return False
    if person.is_superuser:
        return True
    # Asked for again and again while one page of the backstage is drawn.
    if not hasattr(person, "_is_editor"):
        person._is_editor = person.groups.filter(name=EDITORS).exists()
    return person._is_editor
