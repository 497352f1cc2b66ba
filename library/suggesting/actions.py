"""What leaders suggest becomes the draft of a page, and goes to the editors."""

from datetime import datetime
from html import escape
from pathlib import PurePosixPath
from uuid import UUID

from django.db import transaction
from wagtail.models import Collection, Page, WorkflowState

from communities.models import CommunityPage, CommunityRights
from core.models import HubDocument
from library.models import LibraryPage, ResourceFile, ResourceLink, ResourcePage

TITLE_LETTERS = 200


@transaction.atomic
def suggest_resource(
    *, person, community_key: UUID | None, words: dict, file, now: datetime
) -> ResourcePage:
    """Make a draft of what was suggested, owned by the person, and send it to the editors."""
    library = LibraryPage.objects.get(locale__language_code="lv")
    page = ResourcePage(owner=person, live=False, locale=library.locale)
    _write(page, words)
    if file:
        page.files = [_file(page, person, community_key, file)]
    if community_key:
        own = CommunityPage.objects.filter(translation_key=community_key, locale=library.locale)
        page.communities = list(own)
    Page.objects.get(pk=library.pk).add_child(instance=page)
    _send(page, person)
    return page


@transaction.atomic
def suggest_again(
    *, page: ResourcePage, person, community_key: UUID | None, words: dict, file, now: datetime
):
    """Put what was changed into the draft that editors gave back, and send it to them again.

    `page` is the draft as it is held. A file is added to those that it has.
    """
    _write(page, words)
    if file:
        page.files.add(_file(page, person, community_key, file))
    _send(page, person)


def _write(page: ResourcePage, words: dict):
    for name in ("title", "summary", "kind", "audience"):
        setattr(page, name, words[name])
    page.draft_title = page.title
    if "text" in words:
        said = "".join(f"<p>{escape(line)}</p>" for line in words["text"].splitlines() if line)
        page.body = [("text", said)] if said else []
    first, *others = [*page.links.all(), None]
    kept = [link for link in others if link]
    if words["url"]:
        first = first or ResourceLink(locale=page.locale, title=page.title)
        first.url = words["url"]
        kept.insert(0, first)
    page.links = kept


def _file(page: ResourcePage, person, community_key, file) -> ResourceFile:
    """The file as a document in the community's own folder; that of no community among all."""
    rights = CommunityRights.objects.filter(community_key=community_key, collection__isnull=False)
    found = rights.select_related("collection").first()
    document = HubDocument.objects.create(
        title=PurePosixPath(file.name).stem[:TITLE_LETTERS],
        file=file,
        collection=found.collection if found else Collection.get_first_root_node(),
        uploaded_by_user=person,
    )
    return ResourceFile(document=document, locale=page.locale)


def _send(page: ResourcePage, person):
    page.save_revision(user=person)
    stored = ResourcePage.objects.get(pk=page.pk)
    state = stored.current_workflow_state
    if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state.resume(user=person)
    else:
        stored.get_workflow().start(stored, person)
