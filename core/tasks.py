"""Work that nobody should wait for: put into the queue, done by `manage.py run_due`."""

from django_tasks import task
from wagtail.images import get_image_model

from core.pictures import all_specs


@task()
def make_renditions(image_id: int):
    """Make a picture in all formats and sizes that pages may ask for, so that no reader waits."""
    image = get_image_model().objects.filter(pk=image_id).first()
    if image is not None:
        image.get_renditions(*all_specs())
