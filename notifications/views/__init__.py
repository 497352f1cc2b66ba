from notifications.views.backstage import dead_address_forget, letter_list, letter_send_again
from notifications.views.notices import (
    letter_wishes,
    letters_resume,
    letters_stop,
    notice_list,
    notice_read,
    notices_read,
)

__all__ = [
    "dead_address_forget",
    "letter_list",
    "letter_send_again",
    "letter_wishes",
    "letters_resume",
    "letters_stop",
    "notice_list",
    "notice_read",
    "notices_read",
]
