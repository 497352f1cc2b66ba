"""Making and ending the addresses that show a draft to people without an account."""

from datetime import datetime

from django.db import transaction
from wagtail.log_actions import log

from communities.models import PreviewLink
from communities.models.preview_links import GOOD_FOR
from members.secret_words import digest_of, new_token


@transaction.atomic
def make_preview_link(*, page, by, now: datetime) -> str:
    """Make a preview link of the page; returns its token, which is kept nowhere."""
    token = new_token()
    PreviewLink.objects.create(
        page_id=page.pk,
        token_digest=digest_of(token),
        made_by=by,
        made_at=now,
        expires_at=now + GOOD_FOR,
    )
    log(instance=page.specific, action="communities.preview", user=by)
    return token


@transaction.atomic
def revoke_preview_link(*, preview_link: PreviewLink, by, now: datetime):
    """End a preview link, so that it shows nothing from now on."""
    working = PreviewLink.objects.working(now).filter(pk=preview_link.pk)
    if working.update(revoked_at=now):
        log(instance=preview_link.page.specific, action="communities.unpreview", user=by)


def forget_preview_links(now: datetime):
    """The job: ended links are not kept."""
    PreviewLink.objects.exclude(pk__in=PreviewLink.objects.working(now)).delete()
