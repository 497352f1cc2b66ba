from datetime import timedelta

from django.utils import timezone

from forum.actions.escalating import escalate
from forum.models import DutyTurn, Review
from notifications.models import Letter
from tests.forum import making, moderating

NOW = timezone.now()


def build(site):
    site.backup = moderating.editor("Uga")
    site.topic = making.topic(making.section(making.forum(site)))
    site.post = making.post(site.topic, is_held=True)
    today = timezone.localdate(NOW)
    DutyTurn.objects.create(
        person=moderating.editor("Rita"), backup=site.backup, first_date=today, last_date=today
    )


def since(hours):
    Review.objects.update(opened_at=NOW - timedelta(hours=hours))


def test_what_waits_over_a_day_is_mailed_on_once(site):
    since(25)
    before = set(Letter.objects.values_list("pk", flat=True))
    escalate(NOW)
    assert Review.objects.get().escalated_at == NOW
    told = Letter.objects.exclude(pk__in=before)
    assert [letter.person for letter in told] == [site.backup]
    escalate(NOW + timedelta(hours=1))
    assert Review.objects.get().escalated_at == NOW
    assert told.all().count() == 1


def test_what_waits_for_less_or_no_more_is_left(site):
    since(23)
    escalate(NOW)
    assert Review.objects.get().escalated_at is None
    since(25)
    Review.objects.update(closed_at=NOW)
    escalate(NOW)
    assert Review.objects.get().escalated_at is None
