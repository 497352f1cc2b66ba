"""Reading the forum, its sections and topics, and what is said under pages."""

import json
import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from core.audience import Audience
from forum.models import Post, Topic
from forum.models.topics import POSTS_PER_PAGE
from tests import world
from tests.forum import making
from tests.growth import queries_of

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def build(site):
    site.forum = making.forum(site)
    site.section = making.section(site.forum, "Ceļi un ielas", summary="Par ceļiem.")
    site.author = making.person("Ilze no Tirzas")
    site.topic = making.topic(site.section, "Kad salabos tiltu?", site.author)


@pytest.fixture
def forum(site):
    return site.forum


@pytest.fixture
def section(site):
    return site.section


@pytest.fixture
def topic(site):
    return site.topic


def text_of(answer) -> str:
    return answer.content.decode()


def test_the_forum_shows_its_sections_and_what_was_said_last(client, forum, topic):
    page = text_of(client.get(forum.url_path))
    assert "Ceļi un ielas" in page
    assert topic.get_absolute_url() in page


def test_a_section_shows_pinned_topics_first_and_leaves_out_the_archive(client, section, topic):
    making.topic(section, "Jaunāka tēma")
    old = making.topic(section, "Sena tēma")
    Topic.objects.filter(pk=old.pk).update(is_archived=True)
    Topic.objects.filter(pk=topic.pk).update(is_pinned=True)
    page = text_of(client.get(section.url_path))
    assert page.index("Kad salabos tiltu?") < page.index("Jaunāka tēma")
    assert "Sena tēma" not in page
    assert "Sena tēma" in text_of(client.get(section.url_path + "?archive=1"))


def test_a_section_goes_on_where_a_part_ended(client, section):
    making.many_topics(section, 70)
    seen, address = [], section.url_path
    for _part in range(3):
        page = text_of(client.get(address))
        seen += re.findall(r'topic-row__title"><a href="([^"]+)"', page)
        following = re.search(r'rel="next" href="(\?from=[^"]+)"', page)
        address = section.url_path + following[1] if following else ""
    assert len(seen) == len(set(seen)) == 71
    assert not address


@pytest.mark.parametrize("key", ["x", "-", "zzzzzzzzzzzz-zzzzzzzzz", "0-0", "1-1-1", "ā-1"])
def test_a_section_takes_any_key(client, section, topic, key):
    assert client.get(section.url_path, {"from": key}).status_code == 200


def test_a_topic_has_as_many_pages_as_its_posts_fill(client, topic):
    making.many_posts(topic, 2 * POSTS_PER_PAGE)
    address = topic.get_absolute_url()
    assert text_of(client.get(address)).count('<article class="post') == POSTS_PER_PAGE
    assert text_of(client.get(address + "?page=3")).count('<article class="post') == 1
    for wrong in ("4", "0", "-1", "x", "99999999", "²"):
        assert client.get(address, {"page": wrong}).status_code == 404


def test_an_old_address_of_a_topic_leads_to_the_new_one(client, topic):
    old = topic.get_absolute_url().replace("tiltu", "laipu")
    answer = client.get(old)
    assert (answer.status_code, answer.url) == (302, topic.get_absolute_url())


def test_a_link_to_a_post_leads_to_its_page(client, topic):
    making.many_posts(topic, 2 * POSTS_PER_PAGE)
    post = topic.posts.get(number=POSTS_PER_PAGE + 3)
    answer = client.get(reverse("forum:post-detail", args=[post.pk]))
    assert answer.url == f"{topic.get_absolute_url()}?page=2#p{post.pk}"


def test_a_topic_is_the_same_in_both_languages(client, topic):
    lv = client.get(topic.get_absolute_url())
    with override("en"):
        en = client.get(topic.get_absolute_url())
    assert lv.status_code == en.status_code == 200
    assert '<h1 lang="lv">' in text_of(en)
    assert "<h1>" in text_of(lv)


def test_first_unread_is_found_after_what_was_read(client, topic, people):
    making.many_posts(topic, 30)
    client.force_login(people.resident)
    client.post(reverse("forum:topic-read", args=[topic.pk]), {"number": "22"})
    answer = client.get(reverse("forum:topic-unread", args=[topic.pk]))
    assert answer.url.endswith(f"?page=2#p{topic.posts.get(number=23).pk}")


def test_reading_never_goes_back(client, topic, people):
    making.many_posts(topic, 30)
    client.force_login(people.resident)
    for number in ("22", "3", "x", "99999"):
        client.post(reverse("forum:topic-read", args=[topic.pk]), {"number": number})
    assert people.resident.readings.get().number == topic.last_number


def test_the_newest_is_where_a_stranger_goes(client, topic):
    making.many_posts(topic, 30)
    answer = client.get(reverse("forum:topic-unread", args=[topic.pk]))
    assert answer.url.endswith(f"#p{topic.posts.get(number=31).pk}")


def test_a_hidden_post_leaves_a_mark_and_no_words(client, topic, people):
    post = making.post(topic, text="Nejauki vārdi, kas te nedrīkst būt.")
    Post.objects.filter(pk=post.pk).update(state=Post.State.HIDDEN)
    page = text_of(client.get(topic.get_absolute_url()))
    assert "Nejauki" not in page
    assert f'id="p{post.pk}"' in page


def test_only_its_author_sees_a_post_that_waits(client, topic, people):
    making.post(topic, people.resident, text="Šis vēl gaida savu kārtu.", is_held=True)
    address = topic.get_absolute_url()
    assert "gaida savu kārtu" not in text_of(client.get(address))
    client.force_login(people.editor)
    assert "gaida savu kārtu" not in text_of(client.get(address))
    client.force_login(people.resident)
    assert "gaida savu kārtu" in text_of(client.get(address))


def test_a_closed_section_is_shown_to_nobody_else(client, forum, people):
    closed = making.section(forum, "Līderu istaba", audience=Audience.LEADERS)
    topic = making.topic(closed, "Tikai mums", people.editor)
    post = topic.posts.get()
    places = [
        topic.get_absolute_url(),
        reverse("forum:topic-unread", args=[topic.pk]),
        reverse("forum:post-detail", args=[post.pk]),
    ]
    for place in places:
        assert client.get(place).url.startswith("/lv/")
        assert "next=" in client.get(place).url
    for feed in ("topic-feed", "section-feed"):
        key = topic.pk if feed == "topic-feed" else closed.translation_key
        assert client.get(reverse(f"forum:{feed}", args=[key])).status_code == 404
    client.force_login(people.resident)
    assert [client.get(place).status_code for place in places] == [403] * 3
    assert "Tikai mums" not in text_of(client.get(forum.url_path))
    client.force_login(people.editor)
    assert client.get(places[0]).status_code == 200


def test_a_topic_goes_with_its_section(client, section, topic):
    assert client.get(topic.get_absolute_url()).status_code == 200
    section.unpublish()
    assert client.get(topic.get_absolute_url()).status_code == 404


def test_a_page_for_everybody_is_kept_and_ends_with_the_next_post(client, topic):
    address = topic.get_absolute_url()
    first = client.get(address)
    assert "ETag" in first.headers
    assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304
    making.post(topic)
    assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_machines_read_a_topic_as_a_discussion(client, topic):
    making.post(topic, text="Nākamgad.</script><script>alert(1)</script>")
    page = text_of(client.get(topic.get_absolute_url()))
    graph = json.loads(re.search(r'ld\+json">(.*?)</script>', page, re.DOTALL)[1])["@graph"]
    piece = next(each for each in graph if each["@type"] == "DiscussionForumPosting")
    assert piece["headline"] == "Kad salabos tiltu?"
    assert len(piece["comment"]) == 1
    assert piece["comment"][0]["text"].startswith("Nākamgad.")


def test_feeds_tell_what_is_new(client, section, topic):
    making.post(topic, text="Tiltu <b>labos</b> maijā.")
    feed = client.get(reverse("forum:topic-feed", args=[topic.pk]))
    assert feed["Content-Type"].startswith("application/atom+xml")
    assert "labos&amp;lt;/b&amp;gt; maijā" in text_of(feed)
    listed = client.get(reverse("forum:section-feed", args=[section.translation_key]))
    assert "Kad salabos tiltu?" in text_of(listed)


def test_following_is_a_wish_that_can_be_taken_back(client, topic, people):
    address = reverse("forum:topic-follow", args=[topic.key])
    client.force_login(people.resident)
    for sent, kept in (("follows", ["follows"]), ("muted", ["muted"]), ("", []), ("x", [])):
        assert client.post(address, {"wish": sent}).url == topic.get_absolute_url()
        assert list(people.resident.followings.values_list("wish", flat=True)) == kept


def test_getting_the_address_of_following_changes_nothing(client, topic, people):
    client.force_login(people.resident)
    client.get(reverse("forum:topic-follow", args=[topic.key]))
    assert not people.resident.followings.exists()


def test_somebody_without_account_follows_by_letter(client, section):
    address = reverse("forum:topic-follow", args=[section.translation_key])
    assert client.get(address).status_code == 200
    answer = client.post(address, {"address": "kaimins@example.test", "agrees": "on"})
    assert answer.status_code == 302
    assert Client().get(answer.url).status_code == 200


def test_rows_of_a_section_cost_no_queries(client, section, site):
    making.many_topics(section, 10)
    few = len(queries_of(section.url_path))
    making.many_topics(section, 10)
    assert len(queries_of(section.url_path)) <= few


def test_posts_of_a_topic_cost_no_queries(client, topic, people):
    first = topic.posts.get()
    making.many_posts(topic, 5)
    few = len(queries_of(topic.get_absolute_url()))
    for _number in range(5):
        making.post(topic, reply_to=first.pk)
    assert len(queries_of(topic.get_absolute_url())) <= few


def test_page_40_costs_what_page_1_costs(client, topic):
    making.many_posts(topic, 40 * POSTS_PER_PAGE)
    first = len(queries_of(topic.get_absolute_url() + "?page=2"))
    assert len(queries_of(topic.get_absolute_url() + "?page=40")) == first


def test_a_community_shows_what_is_talked_about_there(client, site, forum):
    tirza = world.community(site.index, "Tirzas pagasts", slug="tirza")
    own = making.section(forum, "Tirzas sarunas", community=tirza)
    making.topic(own, "Vai būs kino vakars?")
    page = text_of(client.get(tirza.url_path))
    assert "Vai būs kino vakars?" in page
    assert own.url_path in page


def test_the_front_page_shows_what_is_talked_about(client, site, topic):
    assert topic.title in text_of(client.get(site.home.url_path))


def test_an_official_answer_leads_and_cannot_be_imitated(client, topic, people):
    making.post(topic, people.resident, text="Atbild pašvaldība: nē.", is_official=True)
    assert 'class="office"' not in text_of(client.get(topic.get_absolute_url()))
    answer = making.post(topic, people.editor, text="Tiltu labos maijā.", is_official=True)
    page = text_of(client.get(topic.get_absolute_url()))
    assert page.count('class="office"') == 1
    assert reverse("forum:post-detail", args=[answer.pk]) in page


def test_what_was_said_long_ago_has_its_day(client, topic):
    Post.objects.filter(topic=topic).update(shown_at=NOW - timedelta(days=400))
    page = text_of(client.get(topic.get_absolute_url()))
    assert str((NOW - timedelta(days=400)).year) in page
