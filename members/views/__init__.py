"""Addresses about people."""

from members.views.account import AccountView
from members.views.pending import pending_begun, pending_link, pending_resend
from members.views.privacy import (
    erasure_ask,
    erasure_cancel,
    erasure_stop,
    export_ask,
    export_fetch,
    my_data,
    rules,
)
from members.views.profile import my_page, profile, profile_edit

__all__ = [
    "AccountView",
    "erasure_ask",
    "erasure_cancel",
    "erasure_stop",
    "export_ask",
    "export_fetch",
    "my_data",
    "my_page",
    "pending_begun",
    "pending_link",
    "pending_resend",
    "profile",
    "profile_edit",
    "rules",
]
