import pytest

STRICT = ["/lv/", "/en/", "/lv/nav-tadas/", "/vestules/"]


@pytest.mark.parametrize("path", STRICT)
def test_public_answers_allow_nothing_inline_and_nobody_else(client, site, path):
    policy = client.get(path)["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "http" not in policy


def test_the_backstage_allows_inline_and_still_nobody_else(client, people, site):
    client.force_login(people.editor)
    policy = client.get("/admin/")["Content-Security-Policy"]
    assert "script-src 'self' 'unsafe-inline'" in policy
    assert "http" not in policy
    assert "eval" not in policy


def test_a_preview_may_be_framed_by_the_editor_and_a_page_by_nobody(client, people, site):
    client.force_login(people.editor)
    assert client.get("/admin/")["X-Frame-Options"] == "SAMEORIGIN"
    client.logout()
    assert client.get("/lv/")["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("path", STRICT)
def test_every_answer_says_how_it_may_be_used(client, site, path):
    response = client.get(path)
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "geolocation=()" in response["Permissions-Policy"]


@pytest.mark.parametrize(
    "path",
    ["/admin/", "/admin/pages/", "/admin/images/", "/admin/users/", "/admin/account/"],
)
def test_the_backstage_asks_no_third_party(client, people, site, path):
    client.force_login(people.admin)
    html = client.get(path).content.decode()
    loaded = [part.split('"')[0] for part in html.split('src="')[1:]]
    assert loaded
    assert not [address for address in loaded if address.startswith(("http", "//"))]
