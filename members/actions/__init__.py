"""Every write about people that has consequences."""

from members.actions.consents import (
    add_consent_text,
    agree_by_signing_in,
    begin_rules,
    give_consent,
)
from members.actions.erasing import (
    ask_erasure,
    cancel_erasure,
    erase_due,
    erase_person,
    warn_inactive,
)
from members.actions.exporting import ask_export, fetch_export, make_exports, prune_exports
from members.actions.pending import (
    LINK_LIVES,
    NoLonger,
    TooLarge,
    TooMany,
    WrongCode,
    begin_pending,
    confirm_by_code,
    confirm_pending,
    do_at_once,
    prune_pending,
    resend_pending,
)
from members.actions.people import change_profile, person_for_address

__all__ = [
    "LINK_LIVES",
    "NoLonger",
    "TooLarge",
    "TooMany",
    "WrongCode",
    "add_consent_text",
    "agree_by_signing_in",
    "ask_erasure",
    "ask_export",
    "begin_pending",
    "begin_rules",
    "cancel_erasure",
    "change_profile",
    "confirm_by_code",
    "confirm_pending",
    "do_at_once",
    "erase_due",
    "erase_person",
    "fetch_export",
    "give_consent",
    "make_exports",
    "person_for_address",
    "prune_exports",
    "prune_pending",
    "resend_pending",
    "warn_inactive",
]
