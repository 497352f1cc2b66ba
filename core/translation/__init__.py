"""Latvian is the source; an English page is a draft until it is translated, and follows its source."""
