"""The addresses of the backstage, with something of every kind to be seen there."""

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Site, Task, Workflow

from core.models import HubDocument, HubImage
from tests import world
from tests.core.test_uploads_images import picture, written

# The addresses that need nothing to be named.
LISTS = (
    "wagtailadmin_home", "wagtailadmin_explore_root", "wagtailadmin_account",
    "wagtailadmin_choose_page", "wagtailadmin_choose_page_external_link",
    "wagtailadmin_choose_page_email_link", "wagtailadmin_collections:index",
    "wagtailadmin_collections:add", "wagtailadmin_workflows:index",
    "wagtailadmin_workflows:task_index", "wagtailadmin_reports:locked_pages",
    "wagtailadmin_reports:workflow", "wagtailadmin_reports:workflow_tasks",
    "wagtailadmin_reports:site_history", "wagtailadmin_reports:aging_pages",
    "wagtailadmin_reports:page_types_usage", "wagtail_localize:translations_report",
    "wagtailredirects:index", "wagtailredirects:add", "wagtaildocs:index", "wagtaildocs:add",
    "wagtailimages:index", "wagtailimages:add", "wagtaillocales:index", "wagtailsites:index",
    "wagtailusers_users:index", "wagtailusers_users:add", "wagtailusers_groups:index",
    "wagtailusers_groups:add", "wagtaildocs_chooser:choose", "wagtailimages_chooser:choose",
    "boundaries:list", "letters:list", "backstage-help",
)  # fmt: skip

# What is done with a page that is there.
DOINGS = ("delete", "unpublish", "copy", "move", "history", "usage", "add_subpage")


def addresses(site, people) -> list[str]:
    """Addresses for an administrator: lists, and the forms of things that are made for it."""
    community = world.community(site.index, "Tirzas pagasts")
    article = world.article(community, "Talka")
    text = world.standard_page(site.home, "Par projektu")
    text.save_revision(user=people.admin)
    pages = [site.home, site.index, site.news, community, article, text, world.in_english(text)]
    return [
        *(reverse(name) for name in LISTS),
        *(reverse("wagtailadmin_explore", args=[page.pk]) for page in (site.home, community)),
        *(reverse("wagtailadmin_pages:edit", args=[page.pk]) for page in pages),
        *(reverse(f"wagtailadmin_pages:{doing}", args=[text.pk]) for doing in DOINGS),
        reverse("wagtailadmin_pages:workflow_history", args=[text.pk]),
        reverse("my-community:detail", args=[community.slug]),
        reverse("view-as:choose", args=[community.pk]),
        reverse("wagtailadmin_pages:add", args=["communities", "communitypage", site.index.pk]),
        reverse("wagtailadmin_pages:add", args=["communities", "articlepage", community.pk]),
        reverse("wagtailadmin_pages:add", args=["home", "standardpage", site.home.pk]),
        reverse("wagtailadmin_pages:search") + "?q=Talka",
        reverse("wagtail_localize:submit_page_translation", args=[text.pk]),
        reverse("wagtailsettings:edit", args=["core", "sitesettings"]),
        *(reverse(name, args=[thing.pk]) for name, thing in _things(people, text).items()),
    ]


def _things(people, page):
    image = ContentFile(written(picture(), "PNG"), "ezers.png")
    document = ContentFile(b"Sveiki\n", "nolikums.txt")
    return {
        "wagtailimages:edit": HubImage.objects.create(title="Ezers", file=image),
        "wagtaildocs:edit": HubDocument.objects.create(title="Nolikums", file=document),
        "wagtailredirects:edit": Redirect.objects.create(old_path="/vecais", redirect_page=page),
        "wagtailadmin_collections:edit": Collection.get_first_root_node().add_child(name="Tirza"),
        "wagtailadmin_workflows:edit": Workflow.objects.first(),
        "wagtailadmin_workflows:edit_task": Task.objects.first(),
        "wagtailusers_users:edit": people.editor,
        "wagtailusers_groups:edit": Group.objects.first(),
        "wagtailsites:edit": Site.objects.get(),
    }
