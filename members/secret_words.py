"""Words that open something once: made at random, kept only as digests."""

import hashlib
import secrets

from django.utils.crypto import constant_time_compare, salted_hmac

CODE_DIGITS = 6


def new_token() -> str:
    """A word for an address, which nobody can guess: 256 bits."""
    return secrets.token_urlsafe(32)


def digest_of(token: str) -> str:
    """What is kept of such a word."""
    return hashlib.sha256(token.encode()).hexdigest()


def link_token(key) -> str:
    """The word for the address of the thing with this key: the same in every letter about it."""
    return salted_hmac("members.link", str(key), algorithm="sha256").hexdigest()


def new_code() -> str:
    """A code of six digits, to be read from a letter and typed."""
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"


def code_digest(code: str, key) -> str:
    """What is kept of a code for the thing with this key; of no use without the site's secret."""
    return salted_hmac("members.code", f"{key}:{code}", algorithm="sha256").hexdigest()


def is_code(code: str, key, digest: str) -> bool:
    """Whether this is the code of which the digest was kept."""
    return bool(digest) and constant_time_compare(code_digest(code, key), digest)


def blind(name: str) -> str:
    """A name under which something can be counted without telling who it is."""
    return salted_hmac("members.blind", name.strip().lower(), algorithm="sha256").hexdigest()[:40]
