"""The site's first pages."""

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Locale, Page, Site

from communities.models import CommunitiesIndexPage, NewsIndexPage
from core.models import SiteSettings
from core.roles import EDITORS
from core.translation.actions import translate
from events.models import CalendarPage
from forum.models import ForumPage
from home.models import HomePage
from library.models import LibraryPage

FIRST_PAGES = (
    (CommunitiesIndexPage, ("Kopienas", "kopienas"), ("Communities", "communities")),
    (NewsIndexPage, ("Jaunumi", "jaunumi"), ("News", "news")),
    (CalendarPage, ("Kalendārs", "kalendars"), ("Calendar", "calendar")),
    (LibraryPage, ("Krātuve", "kratuve"), ("Library", "library")),
    (ForumPage, ("Forums", "forums"), ("Forum", "forum")),
)


@transaction.atomic
def begin_site() -> HomePage:
    """Give an empty database its front page and its indexes in both languages; return the front.

    What is there already is left as it is.
    """
    found = HomePage.objects.filter(locale__language_code=settings.LANGUAGE_CODE).first()
    if found:
        return found
    _let_editors_change_settings()
    root = Page.get_first_root_node()
    home = HomePage(title="Kopā", slug="lv", locale=Locale.objects.get(language_code="lv"))
    root.add_child(instance=home)
    _remove_welcome_page(home)
    home.save_revision().publish()
    english = Locale.objects.get(language_code="en")
    translate(page=home, locale=english, texts={"Kopā": "Kopā", "lv": "en"})
    for model, (title, slug), (english_title, english_slug) in FIRST_PAGES:
        page = model(title=title, slug=slug, show_in_menus=True, live=False)
        home.add_child(instance=page)
        page.save_revision().publish()
        translate(page=page, locale=english, texts={title: english_title, slug: english_slug})
    return home


def _let_editors_change_settings():
    editors = Group.objects.filter(name=EDITORS).first()
    if editors:
        editors.permissions.add(Permission.objects.get(codename="change_sitesettings"))


def _remove_welcome_page(home):
    """Point the site at the front page; Wagtail's own first page goes."""
    site, _created = Site.objects.get_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "root_page": home}
    )
    welcome = site.root_page
    site.root_page, site.site_name = home, "Kopā"
    site.save()
    SiteSettings.objects.get_or_create(site=site)
    if welcome.pk != home.pk and welcome.specific_class is Page:
        welcome.delete()
