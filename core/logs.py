"""Structured logs: one JSON object a line, without addresses, names or anything typed."""

import json
import logging
import re
import time
import traceback
from datetime import UTC, datetime

logger = logging.getLogger("hub.requests")

E_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
IP_ADDRESS = re.compile(
    r"\b\d{1,3}(\.\d{1,3}){3}\b|(?<![\w:])([0-9a-f]{1,4}:){3,7}[0-9a-f]{0,4}|[0-9a-f:]*::[0-9a-f:]*",
    re.IGNORECASE,
)
QUERY = re.compile(r"(?<=\S)\?\S+")
LONG_TOKEN = re.compile(r"[A-Za-z0-9_-]{24,}")
EXTRA_FIELDS = ("job", "method", "person", "route", "status", "milliseconds", "task")


def without_personal_data(text: str) -> str:
    """The text with addresses of people and machines and whatever could be a secret blotted out."""
    text = IP_ADDRESS.sub("[address]", E_MAIL.sub("[e-mail]", QUERY.sub("?[…]", text)))
    return LONG_TOKEN.sub("[…]", text)


def origin_of(error: BaseException | None) -> str:
    """Where an error came from and what it came of; of its words no more than no person wrote."""
    parts: list[str] = []
    while error is not None:
        # Databases and forms quote what was typed, or tell it on the lines after the first.
        words = re.split(r"['\"“«\n]", str(error), maxsplit=1)[0]
        frames = E_MAIL.sub("[e-mail]", "".join(traceback.format_tb(error.__traceback__)))
        parts.append(f"{frames}{type(error).__qualname__}: {without_personal_data(words)}")
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "\n\n".join(reversed(parts))


def route_of(request) -> str:
    """The pattern that the address matched: it names the view and nothing that was asked for."""
    match = getattr(request, "resolver_match", None)
    return match.route if match else "no route"


class JsonFormatter(logging.Formatter):
    """Writes a record as one line of JSON."""

    def format(self, record):
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
        }
        request = getattr(record, "request", None)
        if request is not None and hasattr(request, "path_info"):
            # Django's own sentences about requests name the address, which may hold a secret.
            line["event"] = getattr(record, "status_code", None) or "request"
            line["route"] = route_of(request)
        else:
            line["event"] = without_personal_data(record.getMessage())
        line |= {name: getattr(record, name) for name in EXTRA_FIELDS if hasattr(record, name)}
        if record.exc_info and record.exc_info[0]:
            line["traceback"] = origin_of(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False, default=str)


class RequestLogMiddleware:
    """Logs every request that was not answered from the kept pages."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        start = time.perf_counter()
        response = self.get_response(request)
        details = {
            "method": request.method,
            "route": route_of(request),
            "status": response.status_code,
            "milliseconds": round((time.perf_counter() - start) * 1000, 1),
        }
        logger.info("request", extra=details)
        return response
