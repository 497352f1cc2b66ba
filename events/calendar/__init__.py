"""The calendar: which days are looked at, what is asked for, what takes place on them."""

from events.calendar.listing import calendar_context as calendar_context
