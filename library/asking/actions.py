"""What happens to a request for a resource."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from library.models import ResourceRequest
from members.access import editors
from notifications.actions import notify, queue, take_back

ASKED, ANSWERED = "library.request", "library.request-answered"
GROUP = "resource-requests"
KEPT_AFTER_ANSWER = timedelta(days=180)
KEPT_WITHOUT_ANSWER = timedelta(days=2 * 365)


class AlreadyAnswered(Exception):
    """Somebody else answered the request before."""


@transaction.atomic
def ask_for_resource(*, person, text: str, now: datetime) -> ResourceRequest:
    """Keep what somebody misses, and tell the editors; what waits already is not kept twice."""
    waiting = {"person": person, "text": text, "state": ResourceRequest.State.WAITING}
    made, is_new = ResourceRequest.objects.get_or_create(**waiting, defaults={"asked_at": now})
    if is_new:
        notify(
            kind=ASKED,
            people=[editor.pk for editor in editors() if editor.pk != person.pk],
            about=_about(made),
            now=now,
            place=("resource-requests:list",),
            context={"request": made.pk},
            group=GROUP,
        )
    return made


@transaction.atomic
def answer_request(
    *, request_id: int, resource_key: UUID | None, answer: str, now: datetime
) -> ResourceRequest:
    """Answer with a resource, in words or both, and tell the asker once; raises AlreadyAnswered."""
    waiting = ResourceRequest.objects.filter(pk=request_id, state=ResourceRequest.State.WAITING)
    said = {"answer_key": resource_key, "answer": answer, "answered_at": now}
    if not waiting.update(state=ResourceRequest.State.ANSWERED, **said):
        raise AlreadyAnswered
    answered = ResourceRequest.objects.select_related("person").get(pk=request_id)
    take_back(kind=ASKED, about=_about(answered))
    queue(
        kind=ANSWERED,
        about=_about(answered),
        now=now,
        person=answered.person,
        context={"request": answered.pk},
    )
    return answered


def forget_requests(now: datetime):
    """Forget what was answered half a year ago, and what nobody answered in two years."""
    ResourceRequest.objects.filter(answered_at__lte=now - KEPT_AFTER_ANSWER).delete()
    ResourceRequest.objects.filter(asked_at__lte=now - KEPT_WITHOUT_ANSWER).delete()


@transaction.atomic
def forget_asker(*, person):
    """Forget what the person asked for, and that editors were told of it."""
    for made in ResourceRequest.objects.filter(person=person):
        take_back(kind=ASKED, about=_about(made))
        made.delete()


def _about(made: ResourceRequest) -> str:
    return f"request:{made.pk}"
