import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.db import transaction
from django.urls import reverse

from communities.deletion import CommunityHasContent, content_of
from communities.models import CommunityPage, CommunityRights
from core.models import HubDocument, HubImage
from core.roles import EDITORS
from tests import world
from tests.core.test_uploads_images import picture, written


def build(site):
    """A community."""
    site.tirza = world.community(site.index, "Tirzas pagasts")


@pytest.fixture
def tirza(site):
    return site.tirza


def add_page(tirza):
    world.in_english(world.article(tirza, "Talka"))


def add_person(tirza):
    world.leader(tirza)


def _collection(tirza):
    return CommunityRights.objects.get(community_key=tirza.translation_key).collection


def add_image(tirza):
    file = ContentFile(written(picture(), "PNG"), "ezers.png")
    HubImage.objects.create(title="Ezers", file=file, collection=_collection(tirza))


def add_document(tirza):
    file = ContentFile(b"Sveiki\n", "nolikums.txt")
    HubDocument.objects.create(title="Nolikums", file=file, collection=_collection(tirza))


EVERYTHING = (add_page, add_person, add_image, add_document)


def delete_singly(client, page):
    return client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), follow=True)


def delete_in_bulk(client, page):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    return client.post(f"{url}?id={page.pk}", follow=True)


def delete_index(client, page):
    return delete_singly(client, page.get_parent())


@pytest.mark.parametrize("delete", [delete_singly, delete_in_bulk, delete_index])
@pytest.mark.parametrize("language", ["lv", "en"])
@pytest.mark.parametrize("role", ["admin", "editor"])
def test_a_community_with_content_stays_and_says_what_hangs_on_it(
    tirza, people, client, delete, language, role
):
    world.translated(tirza)
    for add in EVERYTHING:
        add(tirza)
    page = tirza if language == "lv" else world.in_english(tirza)
    client.force_login(getattr(people, role))
    answer = delete(client, page)
    assert answer.status_code == 200
    assert CommunityPage.objects.filter(pk__in=[tirza.pk, page.pk]).count() == len(
        {tirza.pk, page.pk}
    )
    content = content_of(tirza)
    assert (content.people, content.images, content.documents) == (1, 1, 1)
    # The article and its English draft.
    assert content.pages == 2
    assert content.in_words() in " ".join(str(each) for each in answer.context["messages"])


@pytest.mark.parametrize("add", EVERYTHING)
def test_any_one_thing_is_enough_and_no_other_door_is_open(tirza, add):
    add(tirza)
    with pytest.raises(CommunityHasContent), transaction.atomic():
        CommunityPage.objects.get(pk=tirza.pk).delete()
    assert CommunityPage.objects.filter(pk=tirza.pk).exists()


def test_looking_at_the_question_says_so_already(tirza, people, client):
    add_page(tirza)
    client.force_login(people.admin)
    url = reverse("wagtailadmin_pages:delete", args=[tirza.pk])
    assert client.get(url).url == reverse("wagtailadmin_explore", args=[tirza.pk])


@pytest.mark.parametrize("delete", [delete_singly, delete_in_bulk])
def test_an_empty_community_goes_in_both_languages(tirza, people, client, delete):
    client.force_login(people.admin)
    delete(client, tirza)
    assert not CommunityPage.objects.exists()
    assert not CommunityRights.objects.exists()


def test_a_trusted_leader_cannot_delete_the_community(tirza, client, people):
    leader = world.leader(tirza)
    client.force_login(leader)
    delete_singly(client, tirza)
    assert CommunityPage.objects.filter(pk=tirza.pk).exists()


@pytest.mark.parametrize("kind", ["editors", "community"])
def test_a_group_out_of_which_people_have_their_roles_stays(tirza, client, people, kind):
    leader = world.leader(tirza)
    group = Group.objects.get(name=EDITORS) if kind == "editors" else leader.groups.get()
    client.force_login(people.admin)
    answer = client.post(reverse("wagtailusers_groups:delete", args=[group.pk]), follow=True)
    assert answer.status_code == 200
    assert group.name in " ".join(str(each) for each in answer.context["messages"])
    assert Group.objects.filter(pk=group.pk).exists()
    assert leader.groups.exists()


def test_any_other_group_goes(client, people, site):
    group = Group.objects.create(name="Kaimiņi")
    client.force_login(people.admin)
    client.post(reverse("wagtailusers_groups:delete", args=[group.pk]))
    assert not Group.objects.filter(pk=group.pk).exists()
