"""One real thing of every kind that an address may name, so that its answer is a real one."""

from datetime import timedelta
from io import BytesIO
from operator import attrgetter
from pathlib import Path
from types import SimpleNamespace

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.signing import Signer
from django.test import RequestFactory
from django.utils import timezone
from django.utils.translation import override
from PIL import Image
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Site, Task, UploadedFile, Workflow
from wagtail_localize.models import OverridableSegment, StringSegment, Translation

from communities.models import BoundarySet, CommunityRights, Invitation, PreviewLink
from core.models import HubDocument, HubImage
from core.sharing import card_of
from core.shell import frame_of
from core.visit import visit_of
from events.access import door_word_of, word_of
from events.actions import keep_own_calendar
from events.models import OutsideCalendar
from forum.access import decision_word
from forum.actions import hide
from forum.models import Block, DutyTurn, Reason
from home.search.models import PinnedPage, Synonyms
from library.models import Facet, FileText, ResourceRequest, UseNote
from members import actions
from members.secret_words import digest_of, link_token
from notifications.models import DeadAddress, Letter, Notice
from notifications.stopping import token_of
from tests import world
from tests.events import courses, signing
from tests.events import making as making_events
from tests.forum import making
from tests.library import making as making_resources


def make(people) -> SimpleNamespace:
    """All of it: pages in both languages, files, groups, workflows, half-done work."""
    site = world.first_pages()
    found = SimpleNamespace(people=people, news=site.news, english=site.english)
    found.root = site.home.get_parent()
    _add_pages(found, site)
    _add_leaders(found, site)
    _add_files(found)
    _add_settings(found)
    _add_roles(found)
    _add_wishes(found)
    _add_talk(found, site)
    _add_events(found)
    _add_resources(found, site)
    _begin_work(found)
    return found


def _add_pages(found, site):
    found.parish = world.community(site.index, "Tirzas pagasts", slug="tirza")
    found.in_english = world.translated(found.parish)
    found.digest = _digest(found.parish)
    found.article = world.article(found.parish, "Talka pie ezera", slug="zina", summary="Īsi.")
    found.article.title = "Ziņa par ziemu"
    found.revision = found.article.save_revision()
    found.waiting = world.article(found.parish, "Sniegi un ledi", is_published=False)
    found.alias = found.article.create_alias(parent=site.news, update_slug="zina")
    found.translation = Translation.objects.get(source__object_id=found.parish.translation_key)
    found.string = StringSegment.objects.filter(source=found.translation.source).first()
    found.override = OverridableSegment.objects.filter(source=found.translation.source).first()


def _add_leaders(found, site):
    """`leader` has the community that addresses name, `stranger` has another."""
    found.people.leader = world.leader(found.parish, "vaditaja@example.test")
    other = world.community(site.index, "Lizuma pagasts", slug="lizums")
    world.article(other, "Klusums mežā")
    world.article(other, "Vakars sētā", is_published=False)
    found.people.stranger = world.leader(other, "lizuma-vaditaja@example.test")
    found.shelf = CommunityRights.objects.get(community_key=found.parish.translation_key).collection
    theirs = CommunityRights.objects.get(community_key=other.translation_key).collection
    HubImage.objects.create(title="Lizuma egle", file=_spruce(), collection=theirs)
    HubDocument.objects.create(title="Lizuma saraksts", file=_protocol(), collection=theirs)


def _add_roles(found):
    """The leader has offered the own place to somebody, and shows a draft by a link."""
    now, leader = timezone.now(), found.people.leader
    found.role = leader.community_roles.get()
    found.invitation = Invitation.objects.create(
        kind=Invitation.Kind.LEADER,
        community_key=found.parish.translation_key,
        address="nakama@example.test",
        token_digest=digest_of("ielugums"),
        invited_by=leader,
        invited_at=now,
        # It cannot be accepted any more, so that its page answers everybody alike.
        expires_at=now,
        successor_of=found.role,
    )
    found.preview_link = PreviewLink.objects.create(
        page=found.article,
        token_digest=digest_of("skats"),
        made_by=leader,
        made_at=now,
        expires_at=now + timedelta(days=1),
    )


def _add_events(found):
    """Something takes place in the community of Tirza."""
    found.event = making_events.event(
        found.parish,
        "Tirzas rudens talka",
        takes_sign_ups=True,
        capacity=10,
        gives_certificates=True,
    )
    found.sign_up = signing.kept(found.event)
    found.sign_up_word = word_of(found.sign_up)
    found.door_word = door_word_of(found.sign_up)
    found.certificate = courses.certificate(found.sign_up)
    found.kind = found.event.kind
    kept = keep_own_calendar(person=found.people.resident, community_keys=[], now=timezone.now())
    found.own_calendar_word = link_token(kept.key)
    found.synonyms = Synonyms.objects.create(terms="talka\nsakopšana")
    found.pin = PinnedPage.objects.create(terms="talka", page=found.parish)
    found.outside = OutsideCalendar.objects.create(name="Tirzas kultūras nams", address="https://x")
    found.proposal = making_events.proposal(found.parish)


def _add_resources(found, site):
    """A resource of the library with a file that was read, a topic, and a way of sorting."""
    document = making_resources.document("kratuves-protokols.txt")
    library = making_resources.library(site)
    found.resource = making_resources.resource(library, files=[document], topics=["Sapulces"])
    found.paper = FileText.objects.get(document=document)
    found.paper.picture.save("lapa.webp", ContentFile(b"RIFF"))
    found.topic_of_resource = found.resource.topics.get()
    found.facet = Facet.objects.create(name_lv="Apjoms", name_en="Size", slug="apjoms")
    found.bag = making_resources.collection(library, slug="soma", items=[(found.resource, "")])
    found.suggestion = making_resources.resource(
        library, "Ieteikums", is_published=False, owner=found.people.editor
    )
    leader, now = found.people.leader, timezone.now()
    found.request = ResourceRequest.objects.create(person=leader, text="Paraugs", asked_at=now)
    found.note = UseNote.objects.create(
        resource_key=found.resource.translation_key,
        person=leader,
        community_key=found.parish.translation_key,
        text="Noderēja",
        written_at=now,
    )


def _digest(page) -> str:
    visit = visit_of(RequestFactory().get("/lv/"))
    with override("lv"):
        return card_of(page, visit, frame_of(visit, "lv").site).digest


def _add_files(found):
    found.collection = Collection.get_first_root_node().add_child(name="Protokoli")
    found.document = HubDocument.objects.create(
        title="Tirzas protokols", file=_protocol(), collection=found.shelf
    )
    found.image = HubImage.objects.create(
        title="Tirzas egle", file=_spruce(), collection=found.shelf
    )
    found.rendition = found.image.get_rendition("width-30")
    found.sheet = _sheet()
    found.set_aside_document = _set_aside(found, HubDocument, _protocol())
    found.set_aside_image = _set_aside(found, HubImage, _spruce())


def _sheet() -> str:
    path = Path(settings.PRIVATE_ROOT) / "adreses.csv"
    path.write_text("no,uz\n/vecā,/jaunā\n", encoding="utf-8")
    return str(path)


def _protocol() -> ContentFile:
    return ContentFile(b"%PDF-1.4\n%%EOF\n", "protokols.pdf")


def _spruce() -> ContentFile:
    file = BytesIO()
    Image.new("RGB", (60, 40), (31, 77, 58)).save(file, "JPEG")
    return ContentFile(file.getvalue(), "egle.jpg")


def _set_aside(found, model, file) -> UploadedFile:
    kind = ContentType.objects.get_for_model(model)
    editor = found.people.editor
    return UploadedFile.objects.create(file=file, uploaded_by_user=editor, for_content_type=kind)


def _add_settings(found):
    found.redirect = Redirect.objects.create(old_path="/vecais", redirect_page=found.article)
    found.site = Site.objects.get()
    found.boundaries = BoundarySet.objects.create(rings={}, added_at=timezone.now())
    found.letter = _failed_letter(found)
    found.dead_address = DeadAddress.objects.create(
        address="neviens@example.test", found_at=timezone.now(), smtp_code=550
    )
    resident = found.people.resident
    found.notice = Notice.objects.create(
        person=resident, kind="-", about="-", created_at=timezone.now()
    )
    found.stop_word = token_of(resident.pk, "topic:1", "said")
    found.group = Group.objects.create(name="Tirzas kaimiņi")
    found.group.permissions.add(Permission.objects.get(codename="access_admin"))


def _add_wishes(found):
    """The resident has begun to delete the account, asked for their data, and shows a page."""
    person, now = found.people.resident, timezone.now()
    person.is_public = True
    person.save()
    found.pending = actions.begin_pending(
        kind="members.erase",
        payload={"person": str(person.key)},
        address=person.email,
        language="lv",
        now=now,
        client_address="192.0.2.1",
    )
    found.pending_word = link_token(found.pending.key)
    actions.ask_export(person=person, language="lv", now=now)
    actions.make_exports(now)
    person.exports.update(token_digest=digest_of("izraksts"))
    erasure = actions.ask_erasure(person=found.people.editor, now=now)
    erasure.cancel_digest = digest_of("paturet")
    erasure.save()
    actions.add_consent_text(
        kind="rules", language="lv", text="Esi laipns.", valid_from=now, user=None, now=now
    )


def _add_talk(found, site):
    """The resident talks in the community of Tirza: what is shown, what waits, what was hidden."""
    person, now = found.people.resident, timezone.now()
    found.section = making.section(making.forum(site), "Tirzas ļaudis", community=found.parish)
    found.topic = making.topic(found.section, "Tirzas soliņi", person)
    found.other_topic = making.topic(found.section, "Tirzas lapas", person)
    found.post = making.post(found.topic)
    found.own_post = making.post(found.topic, person)
    found.post_picture = making.picture(found.own_post)
    found.review = making.post(found.topic, person, is_held=True).reviews.get()
    making.comment(found.article, person)
    found.reason = Reason.objects.first()
    hidden = making.post(found.topic, person)
    found.decision = hide(post=hidden, by=found.people.admin, reason=found.reason, now=now)
    found.decision_word = decision_word(found.decision)
    found.block = Block.objects.create(
        person=person,
        community_key=found.topic.community_key,
        begins_at=now,
        ends_at=now + timedelta(days=7),
    )
    found.turn = DutyTurn.objects.create(
        person=found.people.editor, first_date=now.date(), last_date=now.date()
    )


def _failed_letter(found) -> Letter:
    now = timezone.now()
    return Letter.objects.create(
        person=found.people.resident,
        kind="matrix",
        about="1",
        state=Letter.State.FAILED,
        created_at=now,
        next_attempt_at=now,
        give_up_at=now,
        message_id="<matrix@testserver>",
    )


def _begin_work(found):
    found.workflow, found.task = Workflow.objects.get(), Task.objects.get()
    found.workflow_state = found.workflow.start(found.waiting, found.people.editor)
    found.task_state = found.workflow_state.current_task_state
    found.session = EditingSession.objects.create(
        user=found.people.editor,
        content_object=found.article,
        last_seen_at=timezone.now(),
    )


# What the parameters of addresses stand for, wherever the list below says nothing else.
USUAL_VALUES = {
    "action": "delete",
    "action_name": "approve",
    "app_label": "communities",
    "app_name": "core",
    "collection_id": attrgetter("collection.pk"),
    "content_type_app_name": "communities",
    "content_type_model_name": "articlepage",
    "destination_id": attrgetter("news.pk"),
    "digest": attrgetter("digest"),
    "doc_id": attrgetter("document.pk"),
    "document_id": attrgetter("document.pk"),
    "filename": attrgetter("document.filename"),
    "filter_spec": "width-30",
    "image_id": attrgetter("image.pk"),
    "kind": "rss",
    "mode": "nav",
    "model_name": "articlepage",
    "object_id": attrgetter("article.pk"),
    "overridable_segment_id": attrgetter("override.pk"),
    "page_id": attrgetter("article.pk"),
    "page_to_move_id": attrgetter("article.pk"),
    "parent_page_id": attrgetter("parish.pk"),
    "part": "1",
    "path": "kopienas/",
    "pk": attrgetter("article.pk"),
    "redirect_id": attrgetter("redirect.pk"),
    "revision_id": attrgetter("revision.pk"),
    "revision_id_a": "earliest",
    "revision_id_b": "latest",
    "shape": "day",
    "session_id": attrgetter("session.pk"),
    "string_segment_id": attrgetter("string.pk"),
    "task_id": attrgetter("task.pk"),
    "task_state_id": attrgetter("task_state.pk"),
    "token": "set-password",
    "translation_id": attrgetter("translation.pk"),
    "translation_source_id": attrgetter("translation.source_id"),
    "uidb64": "MQ",
    "word": "a11102ihi",
    "who": "resident",
    "workflow_pk": attrgetter("workflow.pk"),
    "workflow_state_id": attrgetter("workflow_state.pk"),
}

# Where the name of an address begins so, its parameters mean something else; later lines win.
SPECIAL_VALUES = {
    "media": {"path": attrgetter("rendition.file.name")},
    "news-feed": {"path": "kopienas/tirza/"},
    "shared-picture": {"page_id": attrgetter("parish.pk")},
    "letter": {"name": lambda made: "nav-tadas"},
    "wagtail_bulk_action": {"app_label": "wagtailcore", "model_name": "page"},
    "wagtailadmin_editing_sessions": {"app_label": "wagtailcore", "model_name": "page"},
    "wagtailadmin_tag_model_autocomplete": {"app_name": "taggit", "model_name": "tag"},
    "wagtailadmin_pages:workflow": {"page_id": attrgetter("waiting.pk")},
    "wagtailadmin_pages:collect_workflow": {"page_id": attrgetter("waiting.pk")},
    "wagtailadmin_pages:confirm_workflow": {"page_id": attrgetter("waiting.pk")},
    "wagtailadmin_pages:convert_alias": {"page_id": attrgetter("alias.pk")},
    "wagtail_localize:convert_to_alias": {"page_id": attrgetter("in_english.pk")},
    "wagtailadmin_api:pages:action": {"action_name": "unpublish"},
    "wagtailadmin_api:documents": {"pk": attrgetter("document.pk")},
    "wagtailadmin_api:images": {"pk": attrgetter("image.pk")},
    "wagtailadmin_collections": {"pk": attrgetter("collection.pk")},
    "wagtailadmin_workflows": {
        "pk": attrgetter("workflow.pk"),
        "page_pk": attrgetter("root.pk"),
        "app_label": "wagtailcore",
        "model_name": "groupapprovaltask",
    },
    "wagtailadmin_workflows:edit_task": {"pk": attrgetter("task.pk")},
    "wagtailadmin_workflows:disable_task": {"pk": attrgetter("task.pk")},
    "wagtailadmin_workflows:enable_task": {"pk": attrgetter("task.pk")},
    "wagtailsettings": {"model_name": "sitesettings", "pk": attrgetter("site.pk")},
    "wagtaildocs:": {"uploaded_file_id": attrgetter("set_aside_document.pk")},
    "wagtailimages:": {"uploaded_file_id": attrgetter("set_aside_image.pk")},
    "wagtaildocs_chooser": {"pk": attrgetter("document.pk")},
    "wagtailimages_chooser": {"pk": attrgetter("image.pk")},
    "boundaries": {"pk": attrgetter("boundaries.pk")},
    "account_from_letter": {"word": "no-vestules"},
    "members:profile": {"key": attrgetter("people.resident.key")},
    "members:pending-begun": {"key": attrgetter("pending.key")},
    "members:pending-resend": {"key": attrgetter("pending.key")},
    "members:pending-link": {"token": attrgetter("pending_word")},
    "members:export-fetch": {"token": "izraksts"},
    "members:erasure-cancel": {"token": "paturet"},
    "forum": {"key": attrgetter("section.translation_key"), "pk": attrgetter("topic.pk")},
    "forum:topic-detail": {"slug": attrgetter("topic.slug")},
    "forum:topic-follow": {"key": attrgetter("topic.key")},
    "forum:comment-create": {"key": attrgetter("article.translation_key")},
    "forum:received": {"key": attrgetter("own_post.submission")},
    "forum:post-": {"pk": attrgetter("post.pk")},
    "forum:post-create": {"pk": attrgetter("topic.pk")},
    "forum:post-edit": {"pk": attrgetter("own_post.pk")},
    "forum:post-delete": {"pk": attrgetter("own_post.pk")},
    "forum:post-picture": {"key": attrgetter("post_picture.key"), "size": "small"},
    "forum:block-end": {"pk": attrgetter("block.pk")},
    "forum:review-decide": {"pk": attrgetter("review.pk")},
    "forum:decision": {"key": attrgetter("decision.key"), "word": attrgetter("decision_word")},
    "events:": {
        "key": attrgetter("event.translation_key"),
        "word": attrgetter("sign_up_word"),
        "token": attrgetter("own_calendar_word"),
        "code": attrgetter("certificate.code"),
        "pk": attrgetter("sign_up.pk"),
    },
    "events:at-the-door": {"word": attrgetter("door_word")},
    "events:community-calendar": {"slug": "tirza"},
    "events:kind-calendar": {"slug": "talka"},
    "moderation": {"pk": attrgetter("review.pk")},
    "moderation-reasons": {"pk": attrgetter("reason.pk")},
    "moderation-duty": {"pk": attrgetter("turn.pk")},
    "proposals": {"pk": attrgetter("proposal.pk")},
    "library:": {"key": attrgetter("resource.translation_key")},
    "library:bag": {"pk": attrgetter("bag.pk")},
    "library:note-hide": {"pk": attrgetter("note.pk")},
    "library:suggestion": {"pk": attrgetter("suggestion.pk")},
    "resource-requests": {"pk": attrgetter("request.pk")},
    "library:first-page": {
        "document_id": attrgetter("paper.document_id"),
        "digest": attrgetter("paper.digest"),
    },
    "resource-kinds": {"pk": attrgetter("resource.kind_id")},
    "topics": {"pk": attrgetter("topic_of_resource.pk")},
    "library-topics": {"pk": attrgetter("topic_of_resource.pk")},
    "library-facets": {"pk": attrgetter("facet.pk")},
    "event-kinds": {"pk": attrgetter("kind.pk")},
    "search-synonyms": {"pk": attrgetter("synonyms.pk")},
    "search-pins": {"pk": attrgetter("pin.pk")},
    "outside-calendars": {"pk": attrgetter("outside.pk")},
    "event-forms:fetch-calendar": {"pk": attrgetter("outside.pk")},
    "letters:send-again": {"pk": attrgetter("letter.pk")},
    "letters:forget": {"pk": attrgetter("dead_address.pk")},
    "notices:read": {"pk": attrgetter("notice.pk")},
    "notices:stop": {"token": attrgetter("stop_word")},
    "my-community": {"slug": "tirza"},
    "communities:invitation": {"token": "ielugums"},
    "communities:preview": {"token": "skats"},
    "roles": {"key": attrgetter("parish.translation_key"), "pk": attrgetter("role.pk")},
    "roles:uninvite": {"pk": attrgetter("invitation.pk")},
    "roles:editor": {"pk": attrgetter("people.resident.pk")},
    "roles:administrator": {"pk": attrgetter("people.resident.pk")},
    "publishing:decide": {"pk": attrgetter("task_state.pk")},
    "publishing:preview-link-end": {"pk": attrgetter("preview_link.pk")},
    "wagtaillocales": {"pk": attrgetter("english.pk")},
    "wagtailsites": {"pk": attrgetter("site.pk")},
    "wagtailusers_users": {"pk": attrgetter("people.resident.pk")},
    "wagtailusers_groups": {"pk": attrgetter("group.pk")},
}

QUERIES = {
    "wagtail_bulk_action": "?id={0.article.pk}",
    "wagtailadmin_choose_page_chosen_multiple": "?id={0.article.pk}",
    "wagtailimages_chooser:chosen_multiple": "?id={0.image.pk}",
    "wagtaildocs_chooser:chosen_multiple": "?id={0.document.pk}",
}

PO_FILE = 'msgid ""\nmsgstr ""\n"X-WagtailLocalize-TranslationID: {0.translation.uuid}\\n"\n'

# What is posted where an empty form breaks Wagtail's own code; whatever else gets an empty one.
SENT = {
    "forum:topic-tend": {"deed": "pin"},
    "wagtailadmin_pages:add": {"body-count": "0"},
    "wagtailadmin_pages:edit": {"body-count": "0"},
    "wagtailadmin_pages:revisions_revert": {"body-count": "0"},
    "wagtailadmin_pages:copy": {"new_parent_page": attrgetter("parish.pk")},
    "wagtailadmin_choose_page_external_link": {
        "external-link-chooser-url": "https://adrese.example/"
    },
    "wagtail_localize:upload_pofile": {
        "file": lambda found: SimpleUploadedFile("tulkojums.po", PO_FILE.format(found).encode())
    },
    "wagtailredirects:process_import": {
        "import_file_name": lambda found: Signer().sign(found.sheet),
        "input_format": lambda found: Signer().sign("0"),
    },
}


def values(found, name: str) -> dict:
    """What the parameters of the address with this name stand for."""
    chosen = dict(USUAL_VALUES)
    for beginning, special in SPECIAL_VALUES.items():
        if name.startswith(beginning):
            chosen |= special
    return _looked_up(found, chosen)


def query(found, name: str) -> str:
    """The query that the address with this name needs."""
    return QUERIES.get(name, "").format(found)


def form(found, name: str) -> dict:
    """What is posted to the address with this name."""
    return _looked_up(found, SENT.get(name, {}))


def _looked_up(found, chosen: dict) -> dict:
    return {key: value(found) if callable(value) else value for key, value in chosen.items()}
