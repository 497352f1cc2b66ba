import pytest


@pytest.mark.parametrize(("accepted", "language"), [("en", "en"), ("lv,en", "lv"), ("ru", "lv")])
def test_it_sends_the_bare_address_to_the_visitors_language(client, site, accepted, language):
    response = client.get("/", HTTP_ACCEPT_LANGUAGE=accepted)
    assert response.status_code == 302
    assert response.url == f"/{language}/"
