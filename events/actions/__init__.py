"""Every write to events that has consequences."""

from events.actions.asking import ask_for_results, tell_results
from events.actions.certifying import issue_certificates, take_back_certificate
from events.actions.forgetting import forget_past, forget_person
from events.actions.keeping import forget_occurrences, keep_occurrences, reach_further
from events.actions.outside import fetch_calendars, follow_calendar
from events.actions.own_calendar import (
    end_own_calendar,
    keep_own_calendar,
    renew_own_calendar,
)
from events.actions.proposing import (
    AlreadyDecided,
    forget_proposals,
    forget_proposer,
    propose,
    refuse_proposal,
    take_up,
)
from events.actions.reminding import remind
from events.actions.seating import (
    check_in,
    keep_seats,
    message_all,
    note_export,
    open_seating,
    set_capacity,
    set_closed,
)
from events.actions.signing_up import Wish, cancel_sign_up, change_sign_up, promote, sign_up

__all__ = [
    "AlreadyDecided",
    "Wish",
    "ask_for_results",
    "cancel_sign_up",
    "change_sign_up",
    "check_in",
    "end_own_calendar",
    "fetch_calendars",
    "follow_calendar",
    "forget_occurrences",
    "forget_past",
    "forget_person",
    "forget_proposals",
    "forget_proposer",
    "issue_certificates",
    "keep_occurrences",
    "keep_own_calendar",
    "keep_seats",
    "message_all",
    "note_export",
    "open_seating",
    "promote",
    "propose",
    "reach_further",
    "refuse_proposal",
    "remind",
    "renew_own_calendar",
    "set_capacity",
    "set_closed",
    "sign_up",
    "take_back_certificate",
    "take_up",
    "tell_results",
]
