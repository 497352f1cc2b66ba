from django.http import QueryDict

from library.asked import Asked, asked_of


def asked(text: str) -> Asked:
    return asked_of(QueryDict(text))


def test_an_address_says_what_is_wished():
    found = asked("q=veidnes+bud%C5%BEetam&f=kind:veidne&f=topic:budzets&f=kind:celvedis&page=3")
    assert found.words == "veidnes budžetam" and found.number == 3
    assert found.choices == {"kind": {"veidne", "celvedis"}, "topic": {"budzets"}}


def test_what_means_nothing_is_left_out():
    found = asked("f=x&f=kind:&f=kind:A&f=:a&f=kind:a%00&page=0&page=-1&sort=dropwords&q=%00%20")
    assert found == Asked(order="dropwords") and found.shown_order == "newest"
    assert len(asked("&".join(f"f=year:{year}" for year in range(1000))).chosen) == 40
    assert len(asked("q=" + "a" * 5000).words) == 200


def test_addresses_hold_what_was_asked_and_begin_at_the_first_part():
    text = "q=talka&f=kind:veidne&f=topic:budzets&sort=title"
    found = asked(text + "&page=4")
    assert found.address() == f"?{text}" and found.address(number=2) == f"?{text}&page=2"
    assert found.without("kind", "veidne") == "?q=talka&f=topic:budzets&sort=title"
    assert found.without("topic") == "?q=talka&f=kind:veidne&sort=title"
    assert Asked().address() == "?"


def test_the_usual_order_follows_the_words():
    assert asked("").shown_order == "newest" and asked("sort=best").shown_order == "newest"
    assert asked("q=a").shown_order == "best" and asked("q=a&sort=newest").shown_order == "newest"
