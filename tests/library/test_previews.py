import pytest

from library.models import RelatedResource, ResourceFile, ResourceLink, ResourcePage
from tests.library import making

pytestmark = pytest.mark.django_db


def build(site):
    site.library = making.library(site)
    site.other = making.resource(site.library, "Cits resurss", topics=["Sapulces"])
    site.page = making.resource(site.library, "Ceļvedis", topics=["Sapulces"])


def shown(page) -> str:
    answer = page.make_preview_request(preview_mode=page.default_preview_mode)
    assert answer.status_code == 200
    return answer.render().content.decode() if not answer.is_rendered else answer.content.decode()


def test_a_draft_is_shown_with_all_its_rows(site):
    page = site.page.get_latest_revision_as_object()
    page.title = "Uzmetums"
    page.files = [ResourceFile(document=making.document("jauns.txt"), language="lv")]
    page.links = [ResourceLink(title="Saite", url="https://e.test/")]
    page.related = [RelatedResource(resource=site.other)]
    page.topics.add("Darbnīcas")
    text = shown(page)
    for said in ("Uzmetums", "jauns", "TXT", "https://e.test/", "Cits resurss", "Darbnīcas"):
        assert said in text, said


def test_what_was_never_saved_is_shown(site):
    page = ResourcePage(title="Nekad", slug="nekad", locale=site.library.locale)
    page.set_url_path(site.library)
    page.path, page.depth = site.library.path + "9999", site.library.depth + 1
    assert "Nekad" in shown(page)


def test_the_library_is_shown_as_a_draft(site):
    page = site.library.get_latest_revision_as_object()
    page.summary = "Viss, kas noder."
    text = shown(page)
    assert "Viss, kas noder." in text and "Ceļvedis" in text
