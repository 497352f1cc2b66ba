"""The person's list of notices, and their page about letters."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from notifications.models import LetterWish, Notice
from notifications.rhythms import Rhythm
from notifications.templatetags.notices import MOST
from tests import world
from tests.growth import assert_same_queries


def address(name, *args) -> str:
    with override("lv"):
        return reverse(f"notices:{name}", args=args)


@pytest.fixture
def signed_in(client, site, anna):
    client.force_login(anna)
    return client


def html_of(client, *args) -> str:
    response = client.get(address("list"), *args)
    assert response.status_code == 200
    return response.content.decode()


def rows(person, count: int, first=0):
    Notice.objects.bulk_create(
        Notice(
            person=person,
            kind="said",
            about=f"nr {first + number}",
            group="topic:1",
            place=["members:rules"],
            created_at=timezone.now() - timedelta(minutes=count - number),
        )
        for number in range(count)
    )


def test_it_shows_the_newest_first_and_leads_there(signed_in, tell, anna):
    tell(anna, about="vecs")
    tell(anna, about="jauns")
    html = html_of(signed_in)
    assert html.index("Anna raksta: jauns") < html.index("Anna raksta: vecs")
    with override("lv"):
        assert f'<a href="{reverse("members:rules")}">Anna raksta: jauns</a>' in html


def test_looking_at_the_list_marks_nothing(signed_in, tell, anna):
    tell(anna)
    html_of(signed_in)
    assert anna.notices.get().read_at is None


def test_what_is_gone_shows_no_words(signed_in, tell, talk, anna):
    tell(anna, about="slepens")
    talk.gone.add("slepens")
    html = html_of(signed_in)
    assert "slepens" not in html
    assert "<li" in html


def test_a_kind_that_is_gone_and_an_address_that_is_gone_break_nothing(signed_in, tell, anna):
    tell(anna)
    Notice.objects.update(kind="nobody", place=["nobody:nowhere"])
    html_of(signed_in)


def test_nobody_sees_what_others_were_told(signed_in, tell):
    tell(world.person("berta@example.test"), about="sveša")
    assert "sveša" not in html_of(signed_in)


def test_it_comes_in_parts(signed_in, talk, anna):
    rows(anna, 35)
    html = html_of(signed_in)
    assert "nr 34<" in html
    assert "nr 4<" not in html
    last = anna.notices.order_by("-pk")[29].pk
    assert f"?before={last}" in html
    html = html_of(signed_in, {"before": last})
    assert "nr 4<" in html
    assert "?before=" not in html


@pytest.mark.parametrize("before", ["x", "-1", "9" * 40, "²"])
def test_a_part_that_is_none_is_the_first(signed_in, tell, anna, before):
    tell(anna)
    assert "Anna raksta" in html_of(signed_in, {"before": before})


def test_it_asks_no_more_for_twenty_than_for_ten(site, talk, anna):
    rows(anna, 10)
    assert_same_queries([address("list")], lambda: rows(anna, 10, 10), anna)


def test_one_or_all_are_marked_as_read(signed_in, tell, anna):
    for about in "123":
        tell(anna, about=about)
    first = anna.notices.order_by("pk").first()
    assert signed_in.post(address("read", first.pk)).status_code == 302
    assert [notice.read_at is None for notice in anna.notices.order_by("pk")] == [False, True, True]
    assert signed_in.post(address("read-all")).status_code == 302
    assert not anna.notices.unread().exists()


def test_what_others_were_told_is_not_theirs_to_mark(signed_in, tell):
    berta = world.person("berta@example.test")
    tell(berta)
    assert signed_in.post(address("read", berta.notices.get().pk)).status_code == 404


@pytest.mark.parametrize("name", ["list", "wishes", "read-all", "resume"])
def test_strangers_are_sent_to_sign_in(client, site, talk, name):
    method = client.get if name in ("list", "wishes") else client.post
    response = method(address(name))
    assert response.status_code == 302
    assert "next=" in response.url


@pytest.mark.parametrize("name", ["read-all", "resume"])
def test_what_writes_takes_a_post_alone(signed_in, talk, name):
    assert signed_in.get(address(name)).status_code == 405
    assert signed_in.post(address("list")).status_code == 405


def test_the_head_of_every_page_says_how_many_are_unread(signed_in, tell, anna, client):
    assert 'class="unread"' not in html_of(signed_in)
    tell(anna, about="1")
    tell(anna, about="2")
    html = html_of(signed_in)
    assert html.count('class="unread"') == 2
    assert "</span>2</a>" in html
    rows(anna, MOST)
    assert f"</span>{MOST}+</a>" in html_of(signed_in)


def test_the_head_costs_nothing_signed_out_and_one_query_signed_in(
    site, talk, anna, django_assert_num_queries
):
    from tests.growth import queries_of

    page = site.home.url_path
    assert not [sql for sql in queries_of(page) if "notifications_notice" in sql]
    assert len([sql for sql in queries_of(page, anna) if "notifications_notice" in sql]) == 1


def test_wishes_are_kept(signed_in, talk, anna, tell, now):
    tell(anna)
    sent = {"general": "daily", "said": "weekly", "named": ""}
    assert signed_in.post(address("wishes"), sent).status_code == 302
    anna.refresh_from_db()
    assert anna.letter_rhythm == Rhythm.DAILY
    assert [(wish.scope, wish.rhythm) for wish in anna.letter_wishes.all()] == [
        ("kind:said", "weekly")
    ]
    # What waits already goes by the new wish.
    assert anna.notices.get().rhythm == Rhythm.WEEKLY
    assert '<option value="weekly" selected>' in signed_in.get(address("wishes")).content.decode()
    signed_in.post(address("wishes"), {"general": "daily", "said": "", "named": ""})
    assert not LetterWish.objects.exists()


def test_only_what_is_offered_is_taken(signed_in, talk, anna):
    response = signed_in.post(address("wishes"), {"general": "hourly", "rights": "none"})
    assert response.status_code == 200
    assert 'role="alert"' in response.content.decode()
    assert not LetterWish.objects.exists()


def test_what_was_stopped_by_a_link_shows_and_is_lifted(signed_in, tell, anna):
    tell(anna)
    for scope in ("everything", "group:topic:1"):
        LetterWish.objects.create(person=anna, scope=scope, is_stopped=True)
    html = signed_in.get(address("wishes")).content.decode()
    assert '<option value="none" selected>' in html
    assert "Soliņi" in html
    signed_in.post(address("wishes"), {"general": "at_once", "said": "", "named": ""})
    signed_in.post(address("resume"), {"group": "topic:1"})
    assert not LetterWish.objects.exists()
