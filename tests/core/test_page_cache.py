import gzip

import pytest
from django.test import RequestFactory

from core.models import Audience
from core.page_cache import keep
from tests import world
from tests.core.keeping import FRONT, Reader, alone, is_kept, page_of

SESSION = {"HTTP_COOKIE": "sessionid=made-up"}


@pytest.fixture
def reader(site):
    """A reader for whom the front page is kept already."""
    reader = Reader()
    reader.get(FRONT)
    return reader


@pytest.mark.parametrize("address", ["/lv/", "/en/", "/lv/kopienas/", "/en/news/", "/lv/nekas/"])
def test_it_answers_a_kept_page_with_one_query(reader, address):
    first, second = reader.get(address), reader.get(address)
    assert is_kept(reader, address)
    assert (first.status_code, first.content) == (second.status_code, second.content)
    assert first.headers == second.headers


def test_it_answers_head_as_get_without_the_body(site):
    reader = Reader()
    head = reader.head(FRONT)
    assert is_kept(reader)
    page = reader.get(FRONT)
    assert head.headers == page.headers
    assert head.headers["Content-Length"] == str(len(page.content))


def test_the_answer_to_head_carries_no_body():
    # Asked without a client, because clients drop the body of such an answer by themselves.
    answer = keep(page_of(10), 1).answer(RequestFactory().head(FRONT))
    assert (answer.content, answer.headers["Content-Length"]) == (b"", "10")


def test_it_answers_compressed_to_whoever_can_read_that(reader):
    plain, packed = reader.get(FRONT), reader.get(FRONT, HTTP_ACCEPT_ENCODING="br, gzip")
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["Content-Length"] == str(len(packed.content))
    assert gzip.decompress(packed.content) == plain.content
    assert "Accept-Encoding" in plain.headers["Vary"]


@pytest.mark.parametrize("refusal", ["gzip;q=0", "identity, gzip; q=0.0", "br"])
def test_it_does_not_compress_for_whoever_refuses_it(reader, refusal):
    assert "Content-Encoding" not in reader.get(FRONT, HTTP_ACCEPT_ENCODING=refusal).headers


@pytest.mark.parametrize("encoding", ["", "gzip"])
@pytest.mark.parametrize("said", ["{}", 'W/{}, "other"'])
def test_it_says_not_modified_to_whoever_has_the_page(reader, encoding, said):
    page = reader.get(FRONT, HTTP_ACCEPT_ENCODING=encoding)
    tag = said.format(page.headers["ETag"])
    answer = reader.get(FRONT, HTTP_ACCEPT_ENCODING=encoding, HTTP_IF_NONE_MATCH=tag)
    assert (answer.status_code, answer.content) == (304, b"")
    # RFC 9110, section 15.4.5, names the headers that a 304 has when the 200 has them.
    for name in ("ETag", "Cache-Control", "Vary"):
        assert answer.headers[name] == page.headers[name]


def test_the_two_encodings_are_not_taken_for_each_other(reader):
    packed = reader.get(FRONT, HTTP_ACCEPT_ENCODING="gzip").headers["ETag"]
    assert packed != reader.get(FRONT).headers["ETag"]
    assert reader.get(FRONT, HTTP_IF_NONE_MATCH=packed).status_code == 200


def test_browsers_ask_each_time_whether_the_page_is_still_the_same(reader):
    assert reader.get(FRONT).headers["Cache-Control"] == "no-cache"
    assert "Cookie" in reader.get(FRONT).headers["Vary"]


def test_it_serves_no_kept_page_to_a_person(reader, people):
    reader.force_login(people.resident)
    assert not is_kept(reader)
    answer = reader.get(FRONT)
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "ETag" not in answer.headers


@pytest.mark.parametrize("headers", [SESSION, {"HTTP_AUTHORIZATION": "Basic eA=="}])
def test_it_neither_serves_nor_keeps_for_whoever_says_who_they_are(reader, headers):
    assert not is_kept(reader, **headers)
    reader.get("/lv/kopienas/", **headers)
    assert not is_kept(reader, "/lv/kopienas/")


def test_it_does_not_answer_a_form_from_the_kept_pages(reader):
    assert reader.post(FRONT).status_code == 405


def test_requests_that_the_backstage_makes_up_go_past_it(db):
    middleware = alone(lambda request: page_of(10))
    kept, made_up = middleware(RequestFactory().get(FRONT)), RequestFactory().get(FRONT)
    made_up.is_dummy = True
    assert "ETag" in kept.headers
    assert "ETag" not in middleware(made_up).headers
    assert len(middleware.store) == 1


def test_a_preview_shows_the_draft_and_readers_do_not_see_it(reader, site):
    site.home.title = "Uzmetums"
    preview = site.home.make_preview_request(RequestFactory().get(FRONT))
    assert "Uzmetums" in preview.content.decode()
    assert "Uzmetums" not in reader.get(FRONT).content.decode()


@pytest.mark.parametrize("address", ["/lv/kopienas", "/", "/admin/", "/healthz", "/robots.txt"])
def test_it_keeps_nothing_but_pages(reader, address):
    reader.get(address)
    assert len(reader.store) == 1


def test_it_keeps_no_page_of_a_smaller_circle(reader, site, people):
    world.standard_page(site.home, "Istaba", slug="istaba", audience=Audience.SIGNED_IN)
    assert reader.get("/lv/istaba/").status_code == 302
    reader.force_login(people.resident)
    assert reader.get("/lv/istaba/").headers["Cache-Control"] == "private, no-store"
    assert len(reader.store) == 1


def test_it_keeps_no_answer_that_sets_a_cookie(db):
    def answer(request):
        response = page_of(10)
        response.set_cookie("seen", "yes")
        return response

    middleware = alone(answer)
    assert middleware(RequestFactory().get(FRONT)).cookies
    assert len(middleware.store) == 0


def test_a_wrong_host_is_refused_even_where_the_page_is_kept(reader):
    assert reader.get(FRONT, HTTP_HOST="evil.example").status_code == 400


@pytest.mark.parametrize("query", ["utm_source=x", "fbclid=1&gclid=2", "page2=1", "&&", "%00=%ff"])
def test_parameters_that_no_page_listens_to_are_not_part_of_the_key(reader, query):
    assert is_kept(reader, f"{FRONT}?{query}")


def test_the_page_number_is_part_of_the_key(reader):
    for address in ("/lv/jaunumi/", "/lv/jaunumi/?page=2"):
        assert not is_kept(reader, address)
        assert is_kept(reader, address)
    assert is_kept(reader, "/lv/jaunumi/?utm_source=x&page=2")


def test_what_was_absent_appears_when_it_is_published(reader, site):
    assert reader.get("/lv/kopienas/tirza/").status_code == 404
    world.community(site.index, "Tirza", slug="tirza")
    assert reader.get("/lv/kopienas/tirza/").status_code == 200
