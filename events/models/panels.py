"""What stands in the form of an event, in the order in which one thinks of it."""

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from events.models.sign_up_page import MOST_QUESTIONS
from events.times_panel import TimesPanel

WHEN = MultiFieldPanel(
    [
        FieldRowPanel([FieldPanel("first_date"), FieldPanel("starts")]),
        FieldRowPanel([FieldPanel("last_date"), FieldPanel("ends")]),
    ],
    heading=_("When"),
)
# For which ways of coming again something is filled in; a script hides it for the others.
BY_DAYS = {"data-repeats": "weekly monthly_by_weekday monthly_by_date yearly"}
BY_WEEKDAYS = {"data-repeats": "weekly monthly_by_weekday"}
BY_ORDINALS = {"data-repeats": "monthly_by_weekday"}
BY_DATES = {"data-repeats": "monthly_by_date"}
BY_LIST = {"data-repeats": "dates"}
AGAIN_AT_ALL = {"data-repeats": f"{BY_DAYS['data-repeats']} dates"}

AGAIN = MultiFieldPanel(
    [
        FieldPanel("repeats"),
        FieldPanel("repeat_every", attrs=BY_DAYS),
        FieldPanel("repeat_ordinals", attrs=BY_ORDINALS),
        FieldPanel("repeat_weekdays", attrs=BY_WEEKDAYS),
        FieldPanel("repeat_month_days", attrs=BY_DATES),
        FieldPanel("months_off", attrs=BY_DAYS),
        FieldRowPanel([FieldPanel("repeat_until"), FieldPanel("repeat_count")], attrs=BY_DAYS),
    ],
    heading=_("Does it come again?"),
)
WHERE = MultiFieldPanel(
    [
        FieldRowPanel([FieldPanel("place_name"), FieldPanel("address")]),
        FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
        FieldPanel("access_note"),
        FieldPanel("online_url"),
    ],
    heading=_("Where"),
)
SIGN_UP = MultiFieldPanel(
    [
        FieldPanel("takes_sign_ups"),
        FieldRowPanel([FieldPanel("capacity"), FieldPanel("most_in_party")]),
        FieldPanel("has_waiting_list"),
        FieldPanel("signs_up_for"),
        FieldRowPanel([FieldPanel("sign_up_opens_at"), FieldPanel("sign_up_closes_at")]),
        FieldPanel("reminder_hours"),
        FieldPanel("is_online_for_signed_up"),
        FieldRowPanel([FieldPanel("gives_certificates"), FieldPanel("certificate_from")]),
        FieldPanel("privacy_note"),
        FieldPanel("erase_after_days"),
    ],
    heading=_("Sign-up"),
)
QUESTIONS = InlinePanel(
    "questions",
    heading=_("Questions to those who sign up"),
    label=_("question"),
    max_num=MOST_QUESTIONS,
)
EVENT_PANELS = [
    FieldRowPanel([FieldPanel("kind"), FieldPanel("for_whom")]),
    WHEN,
    AGAIN,
    TimesPanel(heading=_("When it takes place, in words")),
    InlinePanel(
        "further_dates",
        heading=_("Further days of the list"),
        label=_("day"),
        attrs=BY_LIST,
    ),
    InlinePanel("pauses", heading=_("Pauses"), label=_("pause"), attrs=BY_DAYS),
    InlinePanel(
        "changes",
        heading=_("Single times that differ"),
        label=_("change"),
        attrs=AGAIN_AT_ALL,
    ),
    WHERE,
    FieldRowPanel([FieldPanel("status"), FieldPanel("status_reason")], heading=_("Status")),
    MultiFieldPanel([FieldPanel("picture"), FieldPanel("picture_alt")], heading=_("Picture")),
    FieldPanel("body"),
    InlinePanel("programme", heading=_("Programme"), label=_("part")),
    SIGN_UP,
    QUESTIONS,
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("organiser"), FieldPanel("organiser_name")]),
            FieldPanel("communities", widget=CheckboxSelectMultiple),
            FieldRowPanel([FieldPanel("contact_name"), FieldPanel("contact_email")]),
            FieldRowPanel([FieldPanel("contact_phone"), FieldPanel("price")]),
        ],
        heading=_("Who organises it"),
    ),
    FieldPanel("tags"),
    InlinePanel("results", heading=_("What came of it"), label=_("result")),
]
