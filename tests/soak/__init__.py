"""What takes long to show: write loads, kills, large data and memory, on both databases.

`python -m tests.soak` runs all of it against the real server and ends with a line for each
promise; `docs/soak.md` says what is promised and what was seen last.
"""
