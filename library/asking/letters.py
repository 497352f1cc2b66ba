"""What is told of requests: to editors, and once to whoever asked."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from core.roles import is_editor
from library.asking.access import requests_for
from library.asking.actions import ANSWERED, ASKED
from library.models import ResourcePage, ResourceRequest
from notifications import notices
from notifications.kinds import Kind, register
from notifications.links import absolute, address
from notifications.notices import Category, Line, NoticeKind

REQUESTS = Category(
    "resource-requests", gettext_lazy("Requests for resources: what waits"), concerns=is_editor
)


def requests_in_words(person, told, now) -> dict[int, Line]:
    """What waits for an answer, as long as it waits."""
    pks = {notice.context["request"] for notice in told}
    try:
        waiting = {each.pk: each for each in requests_for(person).filter(pk__in=pks)}
    except PermissionDenied:
        return {}
    found = {notice.pk: waiting.get(notice.context["request"]) for notice in told}
    return {
        pk: Line(_("A leader misses something in the library"), _("Requests"), each.text)
        for pk, each in found.items()
        if each
    }


def requests_together(count: int, group: str) -> str:
    """Several of them in one sentence."""
    words = ngettext(
        "%(count)d request for a resource waits for an answer",
        "%(count)d requests for resources wait for an answer",
        count,
    )
    return words % {"count": count}


def _request(letter) -> ResourceRequest | None:
    answered = ResourceRequest.objects.filter(pk=letter.context["request"], person=letter.person)
    return answered.filter(state=ResourceRequest.State.ANSWERED).first()


def _may_receive(letter, now) -> bool:
    return bool(letter.person and letter.person.is_active and _request(letter))


def _answer(letter, now) -> dict | None:
    """The words, and the resource as far as the asker may read it; None when it is forgotten."""
    made = _request(letter)
    if made is None:
        return None
    pages = ResourcePage.objects.visible_to(letter.person, now)
    here = Q(locale__language_code=get_language())
    mine = pages.filter(translation_key=made.answer_key) if made.answer_key else pages.none()
    page = mine.filter(here).first() or mine.order_by("pk").first()
    return {
        "asked_text": made.text,
        "answer_text": made.answer,
        "resource": page.title if page else "",
        "action_url": absolute(page.url_path) if page else address("library:ask"),
    }


def register_kinds():
    """Register the kinds, once, when Django starts."""
    notices.register(NoticeKind(ASKED, REQUESTS, requests_in_words, requests_together))
    template, label = (
        "library/letters/request_answered.txt",
        gettext_lazy("An answer to a request for a resource"),
    )
    register(Kind(ANSWERED, template, _may_receive, _answer, label))
