"""A leader among two communities, for tests of the backstage."""

import json
from io import BytesIO
from types import SimpleNamespace

from django.core.files.base import ContentFile
from PIL import Image
from wagtail.models import Page

from communities.models import CommunityRights
from communities.provisioning import provision, shared_collection
from core.models import HubDocument, HubImage
from tests import world

BODY = {
    "body-count": "1",
    "body-0-deleted": "",
    "body-0-order": "0",
    "body-0-type": "text",
    "body-0-id": "",
}


def two_communities(site) -> SimpleNamespace:
    """Tirza, which `leader` leads, and Lizums, which is somebody else's; each with its things."""
    own, foreign = _community(site, "Tirzas pagasts"), _community(site, "Lizuma pagasts")
    leader = world.leader(own.page, "tirzas-vaditaja@example.test")
    return SimpleNamespace(own=own, foreign=foreign, leader=leader, site=site)


def _community(site, title) -> SimpleNamespace:
    page = world.community(site.index, title)
    news = world.article(page, f"Jaunums: {title}")
    draft = world.article(page, f"Melnraksts: {title}", is_published=False)
    collection = CommunityRights.objects.get(community_key=page.translation_key).collection
    return SimpleNamespace(
        page=page,
        news=news,
        draft=draft,
        collection=collection,
        image=image(f"Attēls: {title}", collection),
        document=document(f"Dokuments: {title}", collection),
    )


def image(title, collection=None) -> HubImage:
    """A picture in the collection, or in the shared one."""
    file = BytesIO()
    Image.new("RGB", (60, 40), (31, 77, 58)).save(file, "JPEG")
    shelf = collection or shared_collection()
    return HubImage.objects.create(
        title=title, file=ContentFile(file.getvalue(), "attels.jpg"), collection=shelf
    )


def document(title, collection=None) -> HubDocument:
    """A document in the collection, or in the shared one."""
    file = ContentFile(b"%PDF-1.4\n%%EOF\n", "dokuments.pdf")
    shelf = collection or shared_collection()
    return HubDocument.objects.create(title=title, file=file, collection=shelf)


def trust(community):
    """Let the community's leaders publish by themselves."""
    rights = CommunityRights.objects.filter(community_key=community.translation_key)
    rights.update(is_trusted=True)
    provision(community_key=community.translation_key)


def article_form(text="Teksts.", **fields) -> dict:
    """What the editor of an article posts; `text` stands in its one block."""
    block = {"key": "a", "text": text, "type": "unstyled", "depth": 0}
    block |= {"inlineStyleRanges": [], "entityRanges": []}
    contentstate = json.dumps({"blocks": [block], "entityMap": {}})
    blank = {"title": "Sniegs", "summary": "Īsi.", "date": "2026-11-01", "picture": ""}
    others = {"picture_alt": "", "source_name": "", "source_url": "", "comment_notifications": ""}
    comments = {f"comments-{name}": "0" for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
    return {**blank, **others, **comments, **BODY, "body-0-value": contentstate, **fields}


def stored(page) -> Page:
    """The page as the database has it now, with its latest draft."""
    return Page.objects.get(pk=page.pk).specific
