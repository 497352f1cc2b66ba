"""Make the database of M: migrated, with the one page that is measured as its front page."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.bench.reference.wagtail_settings")

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from wagtail.models import Page, Site  # noqa: E402

from tests.bench.reference.models import PlainPage  # noqa: E402


def main():
    """Migrate and put the page in the place of Wagtail's page of welcome."""
    call_command("migrate", verbosity=0, interactive=False)
    root = Page.get_first_root_node()
    page = root.add_child(instance=PlainPage(title="M", slug="m", body="<p>A minimal page.</p>"))
    welcome = Site.objects.get().root_page
    Site.objects.update(root_page=page)
    welcome.delete()


if __name__ == "__main__":
    main()
