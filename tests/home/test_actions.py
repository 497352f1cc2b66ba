from wagtail.models import Page, Site

from core.models import SiteSettings
from home.actions import begin_site
from home.models import HomePage


def test_it_gives_an_empty_site_its_first_pages_in_both_languages(site):
    live = Page.objects.live().filter(depth__gt=1).order_by("path")
    assert list(live.values_list("url_path", flat=True)) == [
        "/lv/",
        "/lv/kopienas/",
        "/lv/jaunumi/",
        "/lv/kalendars/",
        "/lv/kratuve/",
        "/lv/forums/",
        "/en/",
        "/en/communities/",
        "/en/news/",
        "/en/calendar/",
        "/en/library/",
        "/en/forum/",
    ]


def test_it_points_the_one_site_at_the_latvian_front_page(site):
    assert Site.objects.get().root_page_id == site.home.pk
    assert SiteSettings.objects.get().name == "Kopā"


def test_it_leaves_what_is_there_as_it_is(site):
    site.home.title = "Mūsu novads"
    site.home.save()
    before = set(Page.objects.values_list("pk", flat=True))
    assert begin_site() == site.home
    assert set(Page.objects.values_list("pk", flat=True)) == before
    assert HomePage.objects.get(pk=site.home.pk).title == "Mūsu novads"
