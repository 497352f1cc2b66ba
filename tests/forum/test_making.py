from forum.models import Post, Topic
from tests import world
from tests.forum import making


def build(site):
    site.section = making.section(making.forum(site))
    site.article = world.article(site.news, "Talka pie ezera")


def test_topics_and_posts_are_as_they_were_asked_for(site):
    topic = making.topic(site.section, posts=3)
    assert (topic.state, topic.post_count, topic.last_number) == (Topic.State.SHOWN, 4, 4)
    held = making.post(topic, is_held=True)
    assert (held.state, held.number) == (Post.State.HELD, None)
    waiting = making.topic(site.section, "Gaida", is_held=True)
    assert waiting.state == Topic.State.HELD


def test_comments_are_as_they_were_asked_for(site):
    assert making.comment(site.article).state == Post.State.SHOWN
    assert making.comment(site.article, is_held=True).state == Post.State.HELD


def test_rows_alone_are_counted_as_the_actions_count(site):
    topic = making.many_posts(making.topic(site.section), 30)
    topics = making.many_topics(site.section, 3)
    for made in (topic, *topics):
        made.refresh_from_db()
        kept = {name: getattr(made, name) for name in making.counters_of(made)}
        assert kept == making.counters_of(made)
