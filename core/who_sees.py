"""Who can see a page, in words, with the reasons; for those who work on it."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.models import Page

from core.audience import Audience
from core.translation.state import is_source, missing_strings


def who_sees(page, now: datetime) -> list[str]:
    """Sentences: first who sees the page now, then why, and what else is to be known."""
    reasons = _reasons_for_nobody(page, now)
    audience = _audience_of(page)
    if not reasons:
        return [_seen_by(audience), *_notes(page, audience)]
    return [
        _("Only those who work on this page see it."),
        *reasons,
        _seen_later_by(audience),
        *_notes_on_audience(page, audience),
    ]


def _audience_of(page) -> str:
    source = page.source if page.pk else None
    return Audience.narrowest(*(each.audience for each in (page, source) if each))


def _seen_by(audience: str) -> str:
    return {
        Audience.EVERYONE: _("Everybody sees this page."),
        Audience.SIGNED_IN: _("Only people who have signed in see this page."),
        Audience.LEADERS: _("Only community leaders and editors see this page."),
    }[Audience(audience)]


def _seen_later_by(audience: str) -> str:
    return {
        Audience.EVERYONE: _("Once it is published, everybody will see it."),
        Audience.SIGNED_IN: _("Once it is published, people who have signed in will see it."),
        Audience.LEADERS: _("Once it is published, community leaders and editors will see it."),
    }[Audience(audience)]


def _reasons_for_nobody(page, now) -> list[str]:
    """Why no reader sees the page now; none when readers do."""
    if not page.pk or not page.live:
        return [_why_not_live(page, now), *_why_not_translated(page)]
    if page.expire_at and page.expire_at <= now:
        return [_("Its time was up on %(moment)s.") % {"moment": _moment(page.expire_at)}]
    source = page.source
    if source and (not source.live or (source.expire_at and source.expire_at <= now)):
        return [_("Its Latvian page is not on the site.")]
    return []


def _why_not_live(page, now) -> str:
    if page.pk and page.expired:
        return _("Its time is up.")
    go_live_at = page.go_live_at if page.pk and page.approved_schedule else None
    if go_live_at and go_live_at > now:
        return _("It comes out by itself on %(moment)s.") % {"moment": _moment(go_live_at)}
    if page.pk and page.first_published_at:
        return _("It was taken off the site.")
    return _("It is a draft that was never published.")


def _why_not_translated(page) -> list[str]:
    if not page.pk or is_source(page):
        return []
    source, missing = page.source, missing_strings(page)
    reasons = [] if source and source.live else [_("Its Latvian page is not on the site.")]
    return reasons + ([_("It is not fully translated yet.")] if missing else [])


def _notes(page, audience) -> list[str]:
    notes = _notes_on_audience(page, audience)
    if page.has_unpublished_changes:
        notes.append(_("The latest changes are a draft: readers see what was published before."))
    if page.expire_at:
        notes.append(
            _("It goes off the site by itself on %(moment)s.") % {"moment": _moment(page.expire_at)}
        )
    return notes


def _notes_on_audience(page, audience) -> list[str]:
    """Which page above keeps others out, if one does."""
    if audience == Audience.EVERYONE or not page.depth:
        return []
    for above in page.get_ancestors().filter(depth__gt=1).order_by("depth").specific():
        if getattr(above, "audience", Audience.EVERYONE) == audience:
            return [
                _("The page above it, “%(title)s”, is meant for the same circle.")
                % {"title": Page.get_admin_display_title(above)}
            ]
    return []


def _moment(moment: datetime) -> str:
    return date_format(localtime(moment), "DATETIME_FORMAT")
