"""Work that nobody should wait for: put into the queue, done by `manage.py run_due`."""

from django_tasks import task
from wagtail.images import get_image_model
from wagtail.models import Page

from core.pictures import all_specs
from core.translation import actions
from core.translation.state import is_in_step


@task()
def make_renditions(image_id: int):
    """Make a picture in all formats and sizes that pages may ask for, so that no reader waits."""
    image = get_image_model().objects.filter(pk=image_id).first()
    if image is not None:
        image.get_renditions(*all_specs())


@task()
def draft_translations(page_id: int):
    """Make the drafts of a page in the other languages, unless that was done since."""
    page = Page.objects.live().filter(pk=page_id).first()
    if page is not None and not is_in_step(page):
        actions.draft_translations(page=page.specific)
