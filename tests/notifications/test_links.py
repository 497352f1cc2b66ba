"""Links in letters lead to the site."""

import pytest

from notifications import links


def test_a_path_becomes_a_whole_address():
    assert links.absolute("/lv/?a=1") == "https://kopa.example/lv/?a=1"
    assert links.absolute("https://kopa.example/lv/") == "https://kopa.example/lv/"


@pytest.mark.parametrize(
    "path",
    [
        "",
        "lv/",
        "//evil.example/",
        "/\\evil.example/",
        "https://evil.example/",
        "https://kopa.example.evil.example/",
        "https://kopa.example@evil.example/",
        "javascript:alert(1)",
    ],
)
def test_no_other_address_is_taken(path):
    with pytest.raises(links.ForeignAddress):
        links.absolute(path)


def test_a_named_address_speaks_the_language():
    lv, en = (links.address("nearby", language=code) for code in ("lv", "en"))
    assert lv.startswith("https://kopa.example/lv/")
    assert en.startswith("https://kopa.example/en/")
