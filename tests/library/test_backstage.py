from datetime import date

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield

from core.models import HubDocument
from library.models import Facet, ResourceKind, ResourcePage, Topic
from tests import world
from tests.library import making

pytestmark = pytest.mark.django_db


def build(site):
    site.library = making.library(site)
    site.parish = world.community(site.index, "Tirzas pagasts", slug="tirza")
    site.guide = making.resource(
        site.library, "Ceļvedis", topics=["Padome"], review_date=date(2026, 12, 5)
    )


@pytest.fixture
def editor(client, people):
    client.force_login(people.editor)
    return client


def posted(editor, page, **changes):
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = querydict_from_html(editor.get(address).content.decode(), form_id="page-edit-form")
    for name, value in changes.items():
        form[name] = value
    form.update(nested_form_data({"body": streamfield([]), "video": streamfield([])}))
    form["action-publish"] = "action-publish"
    return editor.post(address, form, follow=True)


def test_editors_change_a_resource(site, editor):
    posted(
        editor, site.guide, title="Jauns ceļvedis", topics="Padome, Sapulces", year="2024",
        communities=str(site.parish.pk),
    )  # fmt: skip
    page = ResourcePage.objects.get(pk=site.guide.pk)
    assert (page.title, page.year) == ("Jauns ceļvedis", 2024)
    assert sorted(page.topics.names()) == ["Padome", "Sapulces"]
    assert list(page.communities.all()) == [site.parish]


def test_a_resource_is_for_everyone_or_for_leaders(site, editor):
    address = reverse("wagtailadmin_pages:edit", args=[site.guide.pk])
    text = editor.get(address).content.decode()
    assert 'value="leaders"' in text and 'value="signed_in"' not in text


def test_whoever_makes_a_topic_hears_of_one_that_looks_alike(site, editor):
    answer = posted(editor, site.guide, topics="Padomes")
    said = answer.content.decode()
    assert "Padomes" in said and "Padome”" in said
    assert Topic.objects.filter(name="Padomes").exists()


def test_the_list_of_resources_says_when_each_is_to_be_looked_through(site, editor):
    text = editor.get(reverse("resources:index")).content.decode()
    assert "Ceļvedis" in text and "2026. gada 5. decembris" in text
    assert editor.get(reverse("resources:index") + "?ordering=review_date").status_code == 200


def test_a_kind_in_use_stays(site, editor):
    kind = site.guide.kind
    address = reverse("resource-kinds:delete", args=[kind.pk])
    assert editor.post(address).status_code == 302
    assert ResourceKind.objects.filter(pk=kind.pk).exists()


def test_editors_make_a_way_of_sorting_with_its_values(site, editor):
    form = {
        "name_lv": "Apjoms", "name_en": "Size", "slug": "apjoms", "sort_order": "0",
        "values-TOTAL_FORMS": "1", "values-INITIAL_FORMS": "0", "values-MIN_NUM_FORMS": "0",
        "values-MAX_NUM_FORMS": "1000", "values-0-name_lv": "Mazs", "values-0-name_en": "Small",
        "values-0-slug": "mazs", "values-0-sort_order": "0", "values-0-ORDER": "1",
    }  # fmt: skip
    assert editor.post(reverse("library-facets:add"), form).status_code == 302
    assert [value.name_lv for value in Facet.objects.get().values.all()] == ["Mazs"]
    address = reverse("wagtailadmin_pages:edit", args=[site.guide.pk])
    assert "Apjoms: Mazs" in editor.get(address).content.decode()


def test_the_menu_leads_editors_there_and_leaders_nowhere(site, editor, client):
    assert "/admin/kratuve/temas/" in editor.get("/admin/reports/workflow/").content.decode()
    client.force_login(world.leader(site.parish))
    for name in ("topics:index", "resources:index", "resource-kinds:index"):
        assert client.get(reverse(name)).status_code == 403
    address = reverse("wagtailadmin_pages:add", args=["library", "resourcepage", site.library.pk])
    assert client.get(address).status_code == 403


def test_a_document_that_a_resource_names_can_be_deleted(site, editor):
    paper = making.document()
    page = making.resource(site.library, "Ar failu", files=[paper])
    HubDocument.objects.get(pk=paper.pk).delete()
    assert editor.get(page.url_path).status_code == 200
