"""Names of days, months and ordinals in every grammatical case that `words` needs of them. Pure."""

from django.utils.translation import pgettext_lazy

from events.recurrence.rule import LAST

# From Monday, and from January.
EVERY_WEEKDAY = (
    pgettext_lazy("accusative, after every", "Monday"),
    pgettext_lazy("accusative, after every", "Tuesday"),
    pgettext_lazy("accusative, after every", "Wednesday"),
    pgettext_lazy("accusative, after every", "Thursday"),
    pgettext_lazy("accusative, after every", "Friday"),
    pgettext_lazy("accusative, after every", "Saturday"),
    pgettext_lazy("accusative, after every", "Sunday"),
)
ON_WEEKDAYS = (
    pgettext_lazy("locative plural, after on", "Mondays"),
    pgettext_lazy("locative plural, after on", "Tuesdays"),
    pgettext_lazy("locative plural, after on", "Wednesdays"),
    pgettext_lazy("locative plural, after on", "Thursdays"),
    pgettext_lazy("locative plural, after on", "Fridays"),
    pgettext_lazy("locative plural, after on", "Saturdays"),
    pgettext_lazy("locative plural, after on", "Sundays"),
)
ON_THE_WEEKDAY = (
    pgettext_lazy("locative, after on the first", "Monday"),
    pgettext_lazy("locative, after on the first", "Tuesday"),
    pgettext_lazy("locative, after on the first", "Wednesday"),
    pgettext_lazy("locative, after on the first", "Thursday"),
    pgettext_lazy("locative, after on the first", "Friday"),
    pgettext_lazy("locative, after on the first", "Saturday"),
    pgettext_lazy("locative, after on the first", "Sunday"),
)
IN_MONTH = (
    pgettext_lazy("locative, after in or a day", "January"),
    pgettext_lazy("locative, after in or a day", "February"),
    pgettext_lazy("locative, after in or a day", "March"),
    pgettext_lazy("locative, after in or a day", "April"),
    pgettext_lazy("locative, after in or a day", "May"),
    pgettext_lazy("locative, after in or a day", "June"),
    pgettext_lazy("locative, after in or a day", "July"),
    pgettext_lazy("locative, after in or a day", "August"),
    pgettext_lazy("locative, after in or a day", "September"),
    pgettext_lazy("locative, after in or a day", "October"),
    pgettext_lazy("locative, after in or a day", "November"),
    pgettext_lazy("locative, after in or a day", "December"),
)
FROM_MONTH = (
    pgettext_lazy("genitive, after from", "January"),
    pgettext_lazy("genitive, after from", "February"),
    pgettext_lazy("genitive, after from", "March"),
    pgettext_lazy("genitive, after from", "April"),
    pgettext_lazy("genitive, after from", "May"),
    pgettext_lazy("genitive, after from", "June"),
    pgettext_lazy("genitive, after from", "July"),
    pgettext_lazy("genitive, after from", "August"),
    pgettext_lazy("genitive, after from", "September"),
    pgettext_lazy("genitive, after from", "October"),
    pgettext_lazy("genitive, after from", "November"),
    pgettext_lazy("genitive, after from", "December"),
)
UNTIL_MONTH = (
    pgettext_lazy("dative, after until", "January"),
    pgettext_lazy("dative, after until", "February"),
    pgettext_lazy("dative, after until", "March"),
    pgettext_lazy("dative, after until", "April"),
    pgettext_lazy("dative, after until", "May"),
    pgettext_lazy("dative, after until", "June"),
    pgettext_lazy("dative, after until", "July"),
    pgettext_lazy("dative, after until", "August"),
    pgettext_lazy("dative, after until", "September"),
    pgettext_lazy("dative, after until", "October"),
    pgettext_lazy("dative, after until", "November"),
    pgettext_lazy("dative, after until", "December"),
)
ON_THE_ORDINAL = {
    1: pgettext_lazy("locative, before a weekday", "first"),
    2: pgettext_lazy("locative, before a weekday", "second"),
    3: pgettext_lazy("locative, before a weekday", "third"),
    4: pgettext_lazy("locative, before a weekday", "fourth"),
    LAST: pgettext_lazy("locative, before a weekday", "last"),
}
