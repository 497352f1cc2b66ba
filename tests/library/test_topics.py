import pytest
from django.urls import reverse

from core.search_query import query_of
from library.actions import keep_old_name, merge_topics
from library.models import ResourcePage, Topic, TopicAlias
from library.search import found_bits
from library.shelf import shelve
from library.topics import like, looks_like, same_name
from tests.library import making

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("one", "other"),
    [("Budžets", "budzeti"), ("Iedzīvotāju padome", "iedzīvotāju padomes"), ("Talka", "Talkas")],
)
def test_the_same_words_in_other_forms_look_alike(one, other):
    assert looks_like(one, other) and looks_like(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Skola", "Skolēni"), ("Budžets", "Budžets "), ("Padome", "Iedzīvotāju padome"), ("", "–")],
)
def test_other_words_do_not(one, other):
    assert not looks_like(one, other)


def test_one_name_in_other_letters_is_the_same():
    assert same_name("Budžets", " budzets") and not same_name("Budžets", "Budžeti")
    assert like("Budžets", ["Budžeti", "Talka", "budzets"]) == ["Budžeti"]


def build(site):
    site.library = making.library(site)
    site.padome = making.resource(site.library, "Padomes nolikums", topics=["Padome"])
    site.padomes = making.resource(site.library, "Padomju sēdes", topics=["Padomes", "Padome"])
    site.draft = making.resource(site.library, "Uzmetums", topics=["Sapulce"])
    site.draft.topics.add("Padomes")
    site.draft.save_revision()


def topic(name) -> Topic:
    return Topic.objects.get(name=name)


def names_of(page) -> list[str]:
    return sorted(ResourcePage.objects.get(pk=page.pk).topics.names())


def test_merging_moves_everything_and_keeps_the_name(site):
    merge_topics(topic=topic("Padomes"), into=topic("Padome"))
    assert not Topic.objects.filter(name="Padomes").exists()
    assert TopicAlias.objects.get().name == "Padomes"
    assert names_of(site.padomes) == names_of(site.padome) == ["Padome"]


def test_drafts_move_too(site):
    merge_topics(topic=topic("Padomes"), into=topic("Padome"))
    page = ResourcePage.objects.get(pk=site.draft.pk)
    page.get_latest_revision().publish()
    assert names_of(page) == ["Padome", "Sapulce"]


def test_merging_twice_and_with_itself_changes_nothing(site):
    merge_topics(topic=topic("Padome"), into=topic("Padome"))
    merge_topics(topic=topic("Padomes"), into=topic("Padome"))
    merge_topics(topic=topic("Padome"), into=topic("Sapulce"))
    assert {(each.name, each.topic.name) for each in TopicAlias.objects.all()} == {
        ("Padomes", "Sapulce"),
        ("Padome", "Sapulce"),
    }


def test_what_was_merged_is_found_and_chosen_under_the_old_name(site, client):
    merge_topics(topic=topic("Sapulce"), into=topic("Padome"))
    shelf = shelve([(site.padome.pk, "")], [])
    assert found_bits(shelf, query_of("sapulces")) == 1
    text = client.get("/lv/kratuve/?f=topic:sapulce").content.decode()
    assert "Padomes nolikums" in text and "f=topic:sapulce" not in text


def test_a_renamed_topic_keeps_its_old_name(site):
    padome = topic("Padome")
    padome.name = "Iedzīvotāju padome"
    padome.save()
    keep_old_name(topic=padome, was="Padome")
    assert TopicAlias.objects.get().topic == padome
    keep_old_name(topic=padome, was="iedzivotaju padome")
    assert TopicAlias.objects.count() == 1


@pytest.fixture
def editor(client, people):
    client.force_login(people.editor)
    return client


def test_editors_rename_in_the_backstage(site, editor):
    padome = topic("Padome")
    address = reverse("topics:edit", args=[padome.pk])
    assert "Padomes" in editor.get(address).content.decode()
    answer = editor.post(address, {"name": "Vietējā padome", "name_en": "Local council"})
    assert answer.status_code == 302
    assert TopicAlias.objects.get().name == "Padome"
    assert topic("Vietējā padome").slug == "padome"


def test_editors_merge_in_the_backstage(site, editor):
    old, new = topic("Padomes"), topic("Padome")
    address = reverse("library-topics:merge", args=[old.pk])
    first = editor.get(address).content.decode().split("<option")[2]
    assert ">Padome<" in first
    assert editor.post(address, {"into": old.pk}).status_code == 200
    assert editor.post(address, {"into": new.pk}).status_code == 302
    assert not Topic.objects.filter(pk=old.pk).exists()


def test_an_old_name_in_the_form_of_a_resource_is_the_topic(site, people):
    merge_topics(topic=topic("Padomes"), into=topic("Padome"))
    form_class = ResourcePage.get_edit_handler().get_form_class()
    form = form_class(instance=site.draft, for_user=people.editor, parent_page=site.library)
    form.cleaned_data = {"topics": ["padomes", "Padome", "Sapulce", "Jauna tēma"]}
    assert form.clean_topics() == ["Padome", "Sapulce", "Jauna tēma"]
