from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from wagtail.models import Collection, GroupPagePermission, Page, WorkflowPage

from communities.actions import appoint
from communities.models import CommunityPage, CommunityRights, CommunityRole
from communities.provisioning import provision_all, shared_collection
from core.models import HubDocument, HubImage
from core.roles import EDITORS, WORKFLOW
from tests import world

LEADERS = "Tirzas pagasts: līderi"


def build(site):
    """A community."""
    site.tirza = world.community(site.index, "Tirzas pagasts")
    world.in_english(site.tirza)


@pytest.fixture
def tirza(site):
    return site.tirza


def rights_of(page) -> CommunityRights:
    return CommunityRights.objects.get(community_key=page.translation_key)


def rights_on_pages(group) -> set[tuple[str, str]]:
    rows = GroupPagePermission.objects.filter(group=group)
    return set(rows.values_list("page__url_path", "permission__codename"))


BOTH_LANGUAGES = {
    (f"/{place}/tirzas-pagasts/", f"{right}_page")
    for place in ("lv/kopienas", "en/communities")
    for right in ("add", "change")
}


def test_a_community_comes_with_its_group_and_rights_in_both_languages(tirza):
    group = rights_of(tirza).group
    assert group.name == LEADERS
    assert rights_on_pages(group) == BOTH_LANGUAGES
    assert [right.codename for right in group.permissions.all()] == ["access_admin"]


def test_a_draft_of_a_community_has_its_group_as_well(site):
    draft = world.community(site.index, "Lizuma pagasts", is_published=False)
    assert rights_of(draft).group.name == "Lizuma pagasts: līderi"


def test_a_community_comes_with_a_collection_that_its_leaders_alone_may_change(tirza, site):
    other = world.leader(world.community(site.index, "Lizuma pagasts"), "cita@example.test")
    leader = world.leader(tirza)
    collection = rights_of(tirza).collection
    for model, kind in ((HubImage, "image"), (HubDocument, "document")):
        from wagtail.permissions import policy_registry

        policy = policy_registry.get_by_type(model)
        for right in ("add", "change", "choose"):
            assert collection in policy.collections_user_has_permission_for(leader, right), kind
            assert collection not in policy.collections_user_has_permission_for(other, right), kind
        choosable = policy.collections_user_has_permission_for(leader, "choose")
        assert set(choosable) == {collection, shared_collection()}
        assert set(policy.collections_user_has_permission_for(leader, "add")) == {collection}


def test_a_renamed_community_renames_its_group_and_collection(tirza):
    tirza.title = "Tirza"
    tirza.save_revision().publish()
    rights = rights_of(tirza)
    assert rights.group.name == "Tirza: līderi"
    assert rights.collection.name == "Tirza"


def test_an_unpublished_new_name_changes_nothing_yet(tirza):
    tirza.title = "Tirza"
    tirza.save_revision()
    assert rights_of(tirza).group.name == LEADERS


def test_a_moved_community_keeps_its_rights(tirza, site):
    first = world.community(site.index, "Lizuma pagasts")
    tirza.move(first, pos="left")
    assert rights_on_pages(rights_of(tirza).group) == BOTH_LANGUAGES
    assert provision_all() == []


def test_two_communities_of_one_name_have_two_groups(tirza, site):
    twin = world.community(site.index, "Tirzas pagasts", slug="otra-tirza")
    assert rights_of(twin).group.name.startswith(f"{LEADERS} (")


def test_an_empty_community_takes_its_group_and_collection_along(tirza):
    rights = rights_of(tirza)
    CommunityPage.objects.get(pk=tirza.pk).delete()
    assert not Group.objects.filter(pk=rights.group_id).exists()
    assert not Collection.objects.filter(pk=rights.collection_id).exists()
    assert not CommunityRights.objects.exists()


def test_a_page_below_a_community_passes_an_editor_in_both_trees(tirza, site):
    article = world.article(tirza, "Talka")
    for page in (article, world.in_english(article), tirza, world.in_english(tirza)):
        assert page.get_workflow().name == WORKFLOW
    task = tirza.get_workflow().tasks.get().specific
    assert [group.name for group in task.groups.all()] == [EDITORS]
    assert site.home.get_workflow() is None


def test_nothing_is_mended_where_all_is_well(tirza):
    assert provision_all() == []
    assert said() == "Everything is as it should be."


def said() -> str:
    out = StringIO()
    call_command("provision", stdout=out)
    return out.getvalue().strip()


def hurt_group(rights, people):
    # Deleting it is refused; an older copy of the database may lack it all the same.
    group = rights.group
    type(rights).objects.filter(pk=rights.pk).update(group=None)
    group.delete()


def hurt_name(rights, people):
    Group.objects.filter(pk=rights.group_id).update(name="Kaut kas cits")


def hurt_collection(rights, people):
    rights.collection.delete()


def hurt_page_rights(rights, people):
    GroupPagePermission.objects.filter(group=rights.group).first().delete()


def hurt_by_too_much(rights, people):
    root = Page.get_first_root_node()
    GroupPagePermission.objects.create(group=rights.group, page=root, permission_type="publish")


def hurt_by_a_stranger(rights, people):
    people.resident.groups.add(rights.group)


def hurt_membership(rights, people):
    rights.group.user_set.clear()


def hurt_workflow(rights, people):
    WorkflowPage.objects.all().delete()


@pytest.mark.parametrize(
    "hurt",
    [
        hurt_group,
        hurt_name,
        hurt_collection,
        hurt_page_rights,
        hurt_by_too_much,
        hurt_by_a_stranger,
        hurt_membership,
        hurt_workflow,
    ],
)
def test_the_command_mends_what_was_changed_by_hand_and_says_so(tirza, people, hurt):
    leader = world.leader(tirza)
    hurt(rights_of(tirza), people)
    with pytest.raises(SystemExit) as stopped:
        call_command("provision", stdout=StringIO())
    assert stopped.value.code == 3
    rights = rights_of(tirza)
    assert rights.group.name == LEADERS
    assert rights.collection
    assert rights_on_pages(rights.group) == BOTH_LANGUAGES
    assert list(rights.group.user_set.all()) == [leader]
    assert tirza.get_workflow().name == WORKFLOW
    assert said() == "Everything is as it should be."


def test_trust_lets_leaders_publish_in_latvian_alone(tirza):
    CommunityRights.objects.update(is_trusted=True)
    provision_all()
    published = ("/lv/kopienas/tirzas-pagasts/", "publish_page")
    assert rights_on_pages(rights_of(tirza).group) == BOTH_LANGUAGES | {published}


def test_helpers_have_no_rights_in_the_backstage(tirza):
    helper = world.leader(tirza, kind=CommunityRole.Kind.HELPER)
    assert not helper.has_perm("wagtailadmin.access_admin")
    appoint(
        community=tirza, person=helper, kind="leader", by=None, now=tirza.latest_revision_created_at
    )
    assert rights_of(tirza).group in helper.groups.all()
