from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from communities.models import CommunityFact, CommunityPage
from core import stamp
from core.models import HubDocument, HubImage, PageStamp, SiteSettings
from members.models import User
from tests import world
from tests.core.pictures import photo


@pytest.fixture
def article(site):
    """An article that readers see, beside a community."""
    world.community(site.index, "Tirza", slug="tirza")
    return world.article(site.news, "Talka pie ezera", slug="talka")


@pytest.fixture
def another_connection(transactional_db):
    """Asks something in a thread, which has a connection to the database of its own."""

    def ask(question):
        def asked():
            try:
                return question()
            finally:
                connection.close()

        with ThreadPoolExecutor(1) as pool:
            return pool.submit(asked).result()

    return ask


def fresh(page):
    return Page.objects.get(pk=page.pk).specific


def bumps(change, *arguments):
    """Whether the change makes every kept page stale."""
    before = stamp.current()
    change(*arguments)
    return stamp.current() != before


def publish_edited(page):
    page.title = "Talka pie upes"
    page.save_revision().publish()


def publish_again(page):
    page.unpublish()
    page.save_revision().publish()


def publish_without_revision(page):
    page.summary = "Citi vārdi"
    page.save()


def rename(page):
    page.slug = "talka-2"
    page.save_revision().publish()


def unpublish(page):
    page.unpublish()


def move(page):
    page.move(CommunityPage.objects.get(slug="tirza", locale=page.locale), pos="last-child")


def reorder(page):
    page.get_parent().move(page.get_parent().get_prev_sibling(), pos="left")


def delete(page):
    page.delete()


def delete_in_bulk(page):
    Page.objects.filter(pk=page.pk).delete()


def expire(page):
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(hours=1))
    call_command("publish_scheduled")


def translate(page):
    world.translated(page)


@pytest.mark.parametrize(
    "change",
    [
        publish_edited,
        publish_again,
        publish_without_revision,
        rename,
        unpublish,
        move,
        reorder,
        delete,
        delete_in_bulk,
        expire,
        translate,
    ],
)
def test_a_change_of_a_page_makes_kept_pages_stale(article, change):
    assert bumps(change, fresh(article))


def test_publishing_for_the_first_time_makes_kept_pages_stale(site):
    draft = world.article(site.news, "Melnraksts", slug="melnraksts", is_published=False)
    assert bumps(lambda: draft.get_latest_revision().publish())


def save_draft(page):
    page.title, page.summary = "Vēl ne", "Vēl nav gatavs"
    page.save_revision()


def autosave(page):
    revision = page.save_revision()
    page.title = "Vēl ne"
    page.save_revision(overwrite_revision=revision)


def lock(page):
    page.locked, page.locked_at = True, timezone.now()
    page.save(update_fields=["locked", "locked_at"])


@pytest.mark.parametrize("change", [save_draft, autosave, lock])
def test_work_on_a_draft_leaves_kept_pages_as_they_are(article, change):
    assert not bumps(change, fresh(article))


def test_saving_a_draft_in_the_backstage_leaves_kept_pages_as_they_are(client, article, people):
    from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

    client.force_login(people.editor)
    body = streamfield([("text", {"contentState": {"blocks": [], "entityMap": {}}})])
    form = {"title": "Vēl ne", "slug": "talka", "date": "2026-11-01", "body": body}
    form |= {"summary": "", "audience": "everyone", "comments": inline_formset([])}
    before = stamp.current()
    client.post(f"/admin/pages/{article.pk}/edit/", nested_form_data(form))
    assert fresh(article).draft_title == "Vēl ne"
    assert stamp.current() == before


def add_image():
    HubImage.objects.create(title="Ezers", file=ContentFile(photo(), name="ezers.jpg"))


def add_document():
    file = ContentFile("Kārtība".encode(), name="kartiba.txt")
    HubDocument.objects.create(title="Kārtība", file=file)


def change_settings():
    settings = SiteSettings.for_site(Site.objects.get())
    settings.phone = "64497710"
    settings.save()


def add_redirect():
    Redirect.objects.create(old_path="/veca", redirect_link="/lv/")


def change_site():
    site = Site.objects.get()
    site.port = 8080
    site.save()


def add_fact():
    page = CommunityPage.objects.get(slug="tirza", locale__language_code="lv")
    CommunityFact.objects.create(page=page, label="Platība", value="130 km²", locale=page.locale)


@pytest.mark.parametrize(
    "change",
    [add_image, add_document, change_settings, add_redirect, change_site, add_fact],
)
def test_a_change_of_what_pages_show_makes_kept_pages_stale(site, change):
    world.community(site.index, "Tirza", slug="tirza")
    assert bumps(change)


@pytest.mark.parametrize(
    ("add", "model"),
    [(add_image, HubImage), (add_document, HubDocument), (add_redirect, Redirect)],
)
def test_a_removal_of_what_pages_show_makes_kept_pages_stale(site, add, model):
    add()
    assert bumps(model.objects.latest("pk").delete)


def test_what_no_page_shows_leaves_kept_pages_as_they_are(db):
    assert not bumps(world.person, "jauna@example.test")
    assert not stamp.shows_on_pages(User)


def test_a_change_that_is_taken_back_leaves_kept_pages_as_they_are(article):
    def change_and_fail():
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            publish_edited(fresh(article))
            assert stamp.current() != before
            raise ZeroDivisionError

    before = stamp.current()
    assert not bumps(change_and_fail)


@pytest.mark.django_db(transaction=True)
def test_nobody_sees_the_new_stamp_before_the_change_itself(article, another_connection):
    before = stamp.current()
    with transaction.atomic():
        publish_edited(fresh(article))
        assert another_connection(stamp.current) == before
    assert another_connection(stamp.current) > before


def test_there_is_one_stamp_and_no_other(db):
    assert PageStamp.objects.get().pk == PageStamp.ROW
    PageStamp.objects.all().delete()
    assert stamp.current() == 0
