from email.message import EmailMessage

from tests.soak.talking import Sayings, _code_in


def letter(subject, body="") -> bytes:
    made = EmailMessage()
    made["Subject"], made["To"] = subject, "saruna-1-beigas@example.test"
    made.set_content(body)
    return made.as_bytes()


def test_the_code_is_found_wherever_the_letter_says_it():
    assert _code_in(letter("Jūsu kods: 123456")) == "123456"
    assert _code_in(letter("Kods", "Ierakstiet 123 456.")) == "123456"
    assert _code_in(letter("Kods", "12345 un 1234567")) is None


def test_only_what_was_thanked_for_is_acknowledged():
    sayings = Sayings()
    first, second = sayings.begin(), sayings.begin()
    second.is_acknowledged, first.fields = True, {"text": "x"}
    assert sayings.acknowledged() == {second.mark}
    assert sayings.cut_off() == [first]
