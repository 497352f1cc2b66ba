"""What every community has in the backstage, and keeping it so.

A community has a group for its leaders with rights on its page in both languages, and a collection
for its pictures and documents. All of it follows from the pages, the roles and `is_trusted`, so
`provision` can be run at any time: it makes what is missing, takes away what is too much, and says
what it mended.
"""

from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from communities.models import (
    CommunityPage,
    CommunityRights,
    CommunityRole,
)
from core.roles import EDITORS, SHARED_COLLECTION, WORKFLOW
from members.models import User

PAGE_RIGHTS = ("add_page", "change_page")
PUBLISH = "publish_page"
FILE_RIGHTS = ("add_image", "change_image", "choose_image") + (
    "add_document",
    "change_document",
    "choose_document",
)
SHARED_RIGHTS = ("choose_image", "choose_document")
FILE_APPS = ("wagtailimages", "wagtaildocs")
NAME_LETTERS = 150

# The types of the indexes below which an editor approves what others write.
_approved: list[type[Page]] = []


def approve_below(model: type[Page]):
    """Let an editor approve what others write below the pages of this type."""
    if model not in _approved:
        _approved.append(model)


@transaction.atomic
def provision_all() -> list[str]:
    """Give every community what it should have; returns in words what was mended."""
    mended = [*_provision_workflow(), *_forget_the_gone()]
    keys = CommunityPage.objects.order_by("translation_key").values_list("translation_key")
    for (key,) in keys.distinct():
        mended += provision(community_key=key)
    return mended


@transaction.atomic
def provision(*, community_key: UUID) -> list[str]:
    """Give one community what it should have; returns in words what was mended."""
    pages = list(CommunityPage.objects.filter(translation_key=community_key).order_by("locale"))
    if not pages:
        return []
    source = next((page for page in pages if _code(page) == settings.LANGUAGE_CODE), pages[0])
    rights, _created = CommunityRights.objects.get_or_create(community_key=community_key)
    mended = [
        *_keep_group(rights, source.title),
        *_keep_collection(rights, source.title),
        *_keep_page_rights(rights, pages, source),
        *_keep_file_rights(rights),
        *_keep_members(rights),
    ]
    return [f"{source.title}: {what}" for what in mended]


def withdraw_provision(*, community_key: UUID):
    """Take away the group and the collection of a community that is gone in every language."""
    if CommunityPage.objects.filter(translation_key=community_key).exists():
        return
    for rights in CommunityRights.objects.filter(community_key=community_key):
        _remove(rights)


def _remove(rights):
    CommunityRole.objects.filter(community_key=rights.community_key).delete()
    group, collection = rights.group, rights.collection
    # A group is not deleted as long as it is that of a community.
    rights.delete()
    if group:
        group.delete()
    if collection and not _has_files(collection):
        collection.delete()


def _has_files(collection) -> bool:
    return any(model.objects.filter(collection=collection).exists() for model in _file_models())


def _file_models():
    from wagtail.documents import get_document_model
    from wagtail.images import get_image_model

    return get_image_model(), get_document_model()


def _code(page) -> str:
    return page.locale.language_code


def _free_name(name: str, key: UUID, taken) -> str:
    """The name, or with the beginning of the key behind it where another has it."""
    name = name[:NAME_LETTERS]
    if not taken.filter(name=name).exists():
        return name
    return f"{name[: NAME_LETTERS - 11]} ({str(key)[:8]})"


def _keep_group(rights, title) -> list[str]:
    others = Group.objects.exclude(pk=rights.group_id)
    name = _free_name(f"{title}: līderi", rights.community_key, others)
    if rights.group is None:
        rights.group = Group.objects.create(name=name)
        rights.save(update_fields=["group"])
        done = ["group made"]
    elif rights.group.name != name:
        rights.group.name = name
        rights.group.save(update_fields=["name"])
        done = ["group renamed"]
    else:
        done = []
    allowed = Permission.objects.filter(
        content_type__app_label="wagtailadmin", codename="access_admin"
    )
    has, should = set(rights.group.permissions.all()), set(allowed)
    if has != should:
        rights.group.permissions.set(should)
        done.append("rights of the group set right")
    return done


def _keep_collection(rights, title) -> list[str]:
    name = title[:NAME_LETTERS]
    if rights.collection is None:
        root = Collection.get_first_root_node()
        rights.collection = root.add_child(instance=Collection(name=name))
        rights.save(update_fields=["collection"])
        return ["collection made"]
    if rights.collection.name != name:
        Collection.objects.filter(pk=rights.collection_id).update(name=name)
        rights.collection.name = name
        return ["collection renamed"]
    return []


def _keep_page_rights(rights, pages, source) -> list[str]:
    # Editors put the English pages live, also where leaders publish the Latvian ones themselves.
    should = {(page.pk, codename) for page in pages for codename in PAGE_RIGHTS}
    if rights.is_trusted:
        should.add((source.pk, PUBLISH))
    rows = GroupPagePermission.objects.filter(group=rights.group)
    has = {
        (page, codename): pk
        for pk, page, codename in rows.values_list("pk", "page", "permission__codename")
    }
    if set(has) == should:
        return []
    rows.filter(pk__in=[pk for place, pk in has.items() if place not in should]).delete()
    permissions = _permissions(("wagtailcore",), {codename for _page, codename in should})
    for page, codename in sorted(should - set(has)):
        GroupPagePermission.objects.create(
            group=rights.group, page_id=page, permission=permissions[codename]
        )
    return ["rights on pages set right"]


def _keep_file_rights(rights) -> list[str]:
    shared = shared_collection()
    should = {(rights.collection_id, codename) for codename in FILE_RIGHTS}
    should |= {(shared.pk, codename) for codename in SHARED_RIGHTS}
    rows = GroupCollectionPermission.objects.filter(group=rights.group)
    has = {
        (collection, codename): pk
        for pk, collection, codename in rows.values_list("pk", "collection", "permission__codename")
    }
    if set(has) == should:
        return []
    rows.filter(pk__in=[pk for place, pk in has.items() if place not in should]).delete()
    permissions = _permissions(FILE_APPS, FILE_RIGHTS)
    for collection, codename in sorted(should - set(has)):
        GroupCollectionPermission.objects.create(
            group=rights.group, collection_id=collection, permission=permissions[codename]
        )
    return ["rights on files set right"]


def _keep_members(rights) -> list[str]:
    leading = CommunityRole.objects.filter(
        community_key=rights.community_key, kind=CommunityRole.Kind.LEADER
    )
    should = set(leading.values_list("person", flat=True))
    has = set(rights.group.user_set.values_list("pk", flat=True))
    if has == should:
        return []
    rights.group.user_set.set(User.objects.filter(pk__in=should))
    return ["leaders set right"]


def _permissions(apps, codenames) -> dict[str, Permission]:
    found = Permission.objects.filter(content_type__app_label__in=apps, codename__in=codenames)
    return {permission.codename: permission for permission in found}


def shared_collection() -> Collection:
    """The pictures and documents that every community may choose, made when it is first needed."""
    found = Collection.objects.filter(depth=2, name=SHARED_COLLECTION).order_by("pk").first()
    root = Collection.get_first_root_node()
    return found or root.add_child(instance=Collection(name=SHARED_COLLECTION))


def _provision_workflow() -> list[str]:
    """One editor's approval on the way of what lies below the indexes, in both trees."""
    workflow = Workflow.objects.filter(name=WORKFLOW, active=True).order_by("pk").first()
    done = []
    if workflow is None:
        workflow = _make_workflow()
        done.append("workflow made")
    task = workflow.workflow_tasks.get().task.specific
    editors = Group.objects.get(name=EDITORS)
    if set(task.groups.all()) != {editors}:
        task.groups.set([editors])
        done.append("editors set as those who approve")
    for model in _approved:
        for page in model.objects.filter(workflowpage=None).order_by("pk"):
            WorkflowPage.objects.create(page=page, workflow=workflow)
            done.append(f"workflow given to {page.url_path}")
    indexes = [page for model in _approved for page in model.objects.all()]
    wrong = WorkflowPage.objects.exclude(workflow=workflow).filter(page__in=indexes)
    if wrong.update(workflow=workflow):
        done.append("workflow set right")
    return done


def _make_workflow() -> Workflow:
    task = GroupApprovalTask.objects.filter(name=WORKFLOW, active=True).order_by("pk").first()
    if task is None:
        task = GroupApprovalTask.objects.create(name=WORKFLOW)
        task.groups.set(Group.objects.filter(name=EDITORS))
    workflow = Workflow.objects.create(name=WORKFLOW)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return workflow


@transaction.atomic
def provision_workflow() -> list[str]:
    """Let pages below the indexes pass an editor; returns in words what was mended."""
    return _provision_workflow()


def _forget_the_gone() -> list[str]:
    keys = CommunityPage.objects.values("translation_key")
    gone = list(CommunityRights.objects.exclude(community_key__in=keys))
    for rights in gone:
        _remove(rights)
    CommunityRole.objects.exclude(community_key__in=keys).delete()
    return [f"{rights}: community is gone, its group with it" for rights in gone]
