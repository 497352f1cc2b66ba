"""Calendars of others: from where they may be fetched, and how."""
