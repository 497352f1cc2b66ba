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
