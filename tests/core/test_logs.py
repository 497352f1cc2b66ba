import json
import logging
import sys

from django.test import RequestFactory

from core.logs import JsonFormatter, without_personal_data


def written(message="", *, error=None, **extra) -> dict:
    """A log line as it is written."""
    record = logging.LogRecord("hub", logging.ERROR, "", 1, message, (), error)
    record.__dict__.update(extra)
    return json.loads(JsonFormatter().format(record))


def test_a_line_is_one_object_with_time_level_and_event():
    line = written("started", job="prune", milliseconds=3)
    assert (line["event"], line["level"], line["job"], line["milliseconds"]) == (
        "started",
        "error",
        "prune",
        3,
    )
    assert line["time"].endswith("+00:00")


def test_addresses_and_secrets_are_blotted_out():
    text = without_personal_data("to anna.berzina@example.lv with Zx81kq0PLm2nB7vC6xZ5aS4dF3gH")
    assert text == "to [e-mail] with […]"


def test_what_was_asked_for_is_not_written():
    request = RequestFactory().get("/lv/slepena-adrese/?q=vards", REMOTE_ADDR="10.1.2.3")
    line = json.dumps(written("Not Found: /lv/slepena-adrese/", request=request, status_code=404))
    for secret in ("slepena", "vards", "10.1.2.3"):
        assert secret not in line
    assert '"event": 404' in line


def test_an_error_keeps_its_trace_without_the_person():
    name = "janis"
    try:
        raise ValueError(f"Key (email)=({name}@example.lv) already exists")
    except ValueError:
        line = written("failed", error=sys.exc_info())
    assert "ValueError" in line["traceback"]
    assert "janis@" not in line["traceback"]


def test_a_request_is_logged_by_its_pattern(client, site, caplog):
    with caplog.at_level(logging.INFO, logger="hub.requests"):
        client.get("/lv/jaunumi/?page=1&utm_source=vestule")
    record = next(record for record in caplog.records if record.name == "hub.requests")
    assert record.status == 200
    assert "jaunumi" not in record.route
