"""Pictures that came with a form: kept until its post is, and forgotten when there is none."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from forum.models import PostPicture
from forum.picture_sizes import SIZES, name_of_size
from members.pending import Refused

# Longer than a link in a letter is good for.
WAIT = timedelta(days=2)
# Of everybody together: nobody fills the disk with pictures of posts that never come.
WAITING_AN_HOUR = 300


@transaction.atomic
def keep_pictures(*, pictures, now: datetime) -> list[PostPicture]:
    """Keep pairs of a safe picture and what it shows until their post comes; raises Refused."""
    lately = PostPicture.objects.filter(post=None, added_at__gt=now - timedelta(hours=1))
    if pictures and lately.count() + len(pictures) > WAITING_AN_HOUR:
        raise Refused(_("Many pictures have been sent lately. Please add yours in an hour."))
    return [PostPicture.objects.create(file=file, alt=alt, added_at=now) for file, alt in pictures]


def prune_pictures(now: datetime):
    """Forget pictures whose post never came."""
    for picture in PostPicture.objects.filter(post=None, added_at__lt=now - WAIT):
        forget_picture(picture)


def forget_picture(picture: PostPicture):
    """Delete the picture, with all sizes that were made of it."""
    name, storage = picture.file.name, picture.file.storage
    picture.delete()
    transaction.on_commit(lambda: storage.delete(name))
    for size in SIZES:
        transaction.on_commit(lambda size=size: storage.delete(name_of_size(name, size)))
