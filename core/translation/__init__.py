"""Latvian is the source; its translations are drafts until translated, and follow it."""
