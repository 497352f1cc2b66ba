from members.accounts.views.changes import (
    change_address,
    change_password,
    home,
    reauthenticate_by_code,
    sessions,
)
from members.accounts.views.entrance import confirm_code, sign_in

__all__ = [
    "change_address",
    "change_password",
    "confirm_code",
    "home",
    "reauthenticate_by_code",
    "sessions",
    "sign_in",
]
