"""How dates, times and numbers are written in Latvian (State Language Centre's advice)."""

DATE_FORMAT = r"Y. \g\a\d\a j. F"
TIME_FORMAT = "H.i"
DATETIME_FORMAT = r"Y. \g\a\d\a j. F, \p\l\k\s\t. H.i"
YEAR_MONTH_FORMAT = r"Y. \g\a\d\a F"
MONTH_DAY_FORMAT = "j. F"
SHORT_DATE_FORMAT = "d.m.Y."
SHORT_DATETIME_FORMAT = r"d.m.Y., \p\l\k\s\t. H.i"
FIRST_DAY_OF_WEEK = 1
DECIMAL_SEPARATOR = ","
THOUSAND_SEPARATOR = "\xa0"
NUMBER_GROUPING = 3
# What the backstage's date fields write (WAGTAIL_DATE_FORMAT) stands first.
DATE_INPUT_FORMATS = ["%d.%m.%Y.", "%d.%m.%Y", "%Y-%m-%d"]
TIME_INPUT_FORMATS = ["%H:%M", "%H.%M", "%H:%M:%S"]
DATETIME_INPUT_FORMATS = [
    "%d.%m.%Y. %H:%M",
    "%d.%m.%Y %H:%M",
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%d %H:%M",
]
