"""The score that Mozilla's HTTP Observatory would give, by the rules of its version 5 charts."""

import re


def score(response) -> tuple[int, list[str]]:
    """The score of one answer over TLS, and what it was lowered for."""
    lost: list[tuple[int, str]] = []
    headers = {name.lower(): value for name, value in response.items()}
    policy = _policy(headers.get("content-security-policy", ""))
    lost += _policy_faults(policy)
    for cookie in response.cookies.values():
        lost += _cookie_faults(cookie)
    hsts = re.search(r"max-age=(\d+)", headers.get("strict-transport-security", ""))
    if not hsts:
        lost.append((20, "no HSTS"))
    elif int(hsts.group(1)) < 15_552_000:
        lost.append((10, "HSTS under six months"))
    if "x-frame-options" not in headers and "frame-ancestors" not in policy:
        lost.append((20, "may be framed"))
    if headers.get("x-content-type-options") != "nosniff":
        lost.append((5, "no nosniff"))
    if headers.get("access-control-allow-origin") == "*":
        lost.append((50, "open to every origin"))
    gained = _gains(headers, policy)
    faults = [name for _points, name in lost]
    return 100 - sum(points for points, _name in lost) + (gained if not lost else 0), faults


def _policy(text: str) -> dict[str, list[str]]:
    parts = [part.split() for part in text.split(";") if part.strip()]
    return {name: values for name, *values in parts}


def _policy_faults(policy) -> list[tuple[int, str]]:
    if not policy:
        return [(25, "no CSP")]
    scripts = policy.get("script-src", policy.get("default-src", ["*"]))
    faults = []
    if "'unsafe-inline'" in scripts or "*" in scripts:
        faults.append((20, "inline scripts"))
    if "'unsafe-eval'" in scripts:
        faults.append((10, "eval"))
    return faults


def _cookie_faults(cookie) -> list[tuple[int, str]]:
    faults = []
    if not cookie["secure"]:
        faults.append((40, f"{cookie.key} is not Secure"))
    if not cookie["httponly"]:
        faults.append((30, f"{cookie.key} is not HttpOnly"))
    if not cookie["samesite"]:
        faults.append((20, f"{cookie.key} has no SameSite"))
    return faults


def _gains(headers, policy) -> int:
    gains = 0
    gains += 10 if policy.get("default-src") == ["'none'"] else 5
    gains += 5 if "frame-ancestors" in policy else 0
    referrer = headers.get("referrer-policy", "")
    gains += 5 if referrer.startswith(("strict-origin", "same-origin", "no-referrer")) else 0
    gains += 10 if headers.get("cross-origin-resource-policy") == "same-origin" else 0
    return gains + (5 if "preload" in headers.get("strict-transport-security", "") else 0)
