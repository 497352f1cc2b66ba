from datetime import timedelta
from types import SimpleNamespace

from django.utils import timezone

from forum import actions
from forum.models import Block, Decision
from forum.moderation import Standing
from forum.standing import author_of, is_blocked, standing_in
from tests import world
from tests.forum import making, moderating

NOW = timezone.now()


def build(site):
    site.parish = world.community(site.index, "Tirzas pagasts", slug="tirza")
    site.people = SimpleNamespace(
        author=making.person("Anna"),
        editor=moderating.editor("Rita"),
        leader=world.leader(site.parish, "tirza@example.test"),
    )
    site.section = making.section(making.forum(site))
    site.topic = making.topic(site.section)


def standing(person, key=None):
    return standing_in(person, key, NOW, trusted_after=3)


def say(site, number, now):
    text = f"Annas ieraksts par soliņu pie ezera, {number}."
    return making.post(site.topic, author=site.people.author, text=text, now=now)


def test_people_become_known_and_then_trusted(site):
    author = site.people.author
    assert standing(author) == Standing.NEW
    posts = [say(site, number, NOW - timedelta(days=20 - number)) for number in range(3)]
    assert standing(author) == Standing.TRUSTED
    decision = moderating.hidden(posts[0], site.people.editor, now=NOW - timedelta(days=1))
    assert standing(author) == Standing.KNOWN
    objection = actions.object_to(decision=decision, text="Kāpēc?", now=NOW)
    actions.decide_objection(
        review=objection.review, by=moderating.editor("Uga"), is_overturned=True, now=NOW
    )
    assert standing(author) == Standing.TRUSTED


def test_leaders_are_staff_at_home_and_editors_everywhere(site):
    key = site.parish.translation_key
    assert standing(site.people.leader, key) == Standing.STAFF
    assert standing(site.people.leader) == Standing.NEW
    assert standing(site.people.editor) == standing(site.people.editor, key) == Standing.STAFF


def test_a_held_post_makes_nobody_known_and_counts_as_written(site):
    making.post(site.topic, author=site.people.author, is_held=True, now=NOW)
    author = author_of(site.people.author, None, NOW, trusted_after=3)
    assert (author.standing, author.approved, author.last_hour) == (Standing.NEW, 0, 1)


def test_a_block_holds_in_its_community_until_it_ends(site):
    author, key = site.people.author, site.parish.translation_key
    row = Block.objects.create(
        person=author, community_key=key, begins_at=NOW, ends_at=NOW + timedelta(days=1)
    )
    assert is_blocked(author, key, NOW)
    assert not is_blocked(author, None, NOW)
    assert not is_blocked(author, key, NOW + timedelta(days=1))
    Block.objects.filter(pk=row.pk).update(community_key=None)
    assert is_blocked(author, key, NOW)
    assert is_blocked(author, None, NOW)


def test_topics_that_a_helper_types_count_as_the_helpers(site):
    helper = site.people.leader
    own = making.topic(site.section, "Soliņi", helper, now=NOW - timedelta(hours=3))
    spoken = {"speaker": "Skaidrīte"}
    for hours, text in ((2, "Laipa"), (1, "Gājēju ceļš")):
        now = NOW - timedelta(hours=hours)
        making.topic(site.section, text, helper, text=text, now=now, **spoken)
    making.post(own, helper, text="Un galdu.", now=NOW - timedelta(minutes=5), **spoken)
    assert author_of(helper, None, NOW, trusted_after=3).topics_last_day == 3


def test_old_removals_are_forgiven(site):
    post = say(site, 1, NOW - timedelta(days=50))
    moderating.hidden(post, site.people.editor, now=NOW - timedelta(days=31))
    assert Decision.objects.exists()
    assert author_of(site.people.author, None, NOW, trusted_after=3).removed_lately == 0
