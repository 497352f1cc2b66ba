from members.models.allowance import Allowance
from members.models.consent import Consent, ConsentText
from members.models.pending import PendingAction
from members.models.privacy import DataExport, Erasure
from members.models.user import User, UserManager

__all__ = [
    "Allowance",
    "Consent",
    "ConsentText",
    "DataExport",
    "Erasure",
    "PendingAction",
    "User",
    "UserManager",
]
