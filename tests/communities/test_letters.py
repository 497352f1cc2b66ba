"""Every letter of this app can be written, in both languages and in each of its variants."""

import pytest
from django.utils import timezone

from members.models import User
from notifications.actions import queue
from notifications.composing import compose, site_settings
from notifications.kinds import kind_of
from tests import world

NAMES = {"community": "Tirzas pagasts", "belt": "a11102ihi"}
PAGE = {**NAMES, "page": 1, "title": "Talka", "author": "Anna", "action_url": "/admin/"}
VARIANTS = [
    *(
        ("invitation", {**NAMES, "role_kind": kind, "inviter": inviter, "action_url": "/lv/"})
        for kind in ("leader", "helper", "editor", "administrator")
        for inviter in ("", "Rasma")
    ),
    ("role-ended", {**NAMES, "role_kind": "leader"}),
    ("role-ended", {**NAMES, "role_kind": "helper"}),
    ("handed-over", NAMES),
    ("taken-over", NAMES),
    ("community-trust", {**NAMES, "is_trusted": True}),
    ("community-trust", {**NAMES, "is_trusted": False}),
    ("community-leaderless", NAMES),
    ("page-submitted", PAGE),
    ("page-submitted", {**PAGE, "author": "", "community": ""}),
    ("page-published", PAGE),
    ("page-withdrawn", PAGE),
    ("page-withdrawn", {**PAGE, "author": ""}),
    ("page-approved", {**PAGE, "is_live": True, "comment_text": ""}),
    ("page-approved", {**PAGE, "is_live": False, "comment_text": "Paldies!\nJauki."}),
    ("page-returned", {**PAGE, "comment_text": "Datums?"}),
]


@pytest.mark.parametrize("language", ["lv", "en"])
@pytest.mark.parametrize(("kind", "context"), VARIANTS)
def test_a_letter_says_what_happened_and_names_the_place(site, kind, context, language):
    person = world.person("kads@example.test")
    User.objects.filter(pk=person.pk).update(language=language)
    person.refresh_from_db()
    now = timezone.now()
    letter = queue(kind=kind, about="1", now=now, person=person, context=context)
    message = compose(letter, kind_of(kind), site=site_settings(), now=now)
    assert message.subject.strip()
    assert "{" not in message.body
    assert "\n\n\n" not in message.body.strip().replace("\r", "")
    named = context.get("title", "Tirzas pagasts")
    if context.get("role_kind") not in ("editor", "administrator"):
        assert named in message.subject + message.body
