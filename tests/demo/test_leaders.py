import time

from django.db import transaction
from django.utils import timezone

from communities.models import ArticlePage, CommunityPage, CommunityRights, CommunityRole
from communities.provisioning import provision_all
from communities.waiting import awaiting_translation
from demo.people import PASSWORD, add_people, shown
from members.models import User

SECONDS_AT_MOST = 20


def test_the_demo_has_leaders_at_work(demo, db):
    with transaction.atomic():
        _add_and_look()
        transaction.set_rollback(True)


def _add_and_look():
    begun = time.perf_counter()
    add_people(timezone.now())
    assert time.perf_counter() - begun < SECONDS_AT_MOST
    for page in CommunityPage.objects.filter(locale__language_code="lv"):
        leader = User.objects.get(email=f"lidere.{page.slug}@kopa.test")
        assert leader.check_password(PASSWORD)
        assert leader.display_name
        assert page.permissions_for_user(leader).can_edit()
    said = {person.address: person.role for person in shown()}
    assert said["lidere2.lizums@kopa.test"] == said["lidere.lizums@kopa.test"]
    assert said["palidze.ranka@kopa.test"] != said["iedzivotajs@kopa.test"]
    roles = CommunityRole.objects.values_list("community_key", flat=True)
    leaders = list(roles.filter(kind="leader"))
    assert len(leaders) == 16
    assert sorted(leaders.count(key) for key in set(leaders)) == [1] * 12 + [2, 2]
    assert roles.filter(kind="helper").count() == 1
    assert CommunityRights.objects.filter(is_trusted=True).count() == 1
    waiting = [page for page in ArticlePage.objects.all() if page.workflow_in_progress]
    assert len(waiting) == 1
    assert awaiting_translation().count() == 1
    assert (
        ArticlePage.objects.filter(
            go_live_at__isnull=False, live=False, locale__language_code="lv"
        ).count()
        == 1
    )
    assert provision_all() == []
    people, pages = User.objects.count(), ArticlePage.objects.count()
    add_people(timezone.now())
    assert (User.objects.count(), ArticlePage.objects.count()) == (people, pages)
