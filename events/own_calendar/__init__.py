"""The calendar that a person follows in a program of their own."""

from django.utils.translation import gettext_lazy as _

from members.own_pages import OwnPage

MY_CALENDAR = OwnPage(
    _("My calendar"),
    _("The events that you have signed up for, in the calendar of your telephone."),
    "events:my-calendar",
)
