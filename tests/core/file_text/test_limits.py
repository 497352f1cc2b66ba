import json
import subprocess
import sys
from dataclasses import asdict

from core.file_text.limits import MEGABYTE, Limits
from core.uploads.documents import MAX_DOCUMENT_BYTES

TRIES = """
import json, os, socket, sys, tempfile
from core.file_text.limits import Limits, keep_within, open_nothing_more
kept = tempfile.TemporaryFile()
keep_within(Limits(**json.loads(sys.argv[1])))
open_nothing_more()
tries = {
    "memory": lambda: bytearray(200 * 1024 * 1024),
    "file": lambda: open("/etc/passwd"),
    "connection": socket.socket,
    "write": lambda: kept.write(bytes(3_000_000)) and kept.flush(),
}
for name, act in tries.items():
    try:
        act()
    except (MemoryError, OSError):
        print(name, flush=True)
if "endless" in sys.argv:
    while True:
        pass
"""
LIMITS = json.dumps(
    asdict(Limits(memory_bytes=100 * MEGABYTE, answer_bytes=2 * MEGABYTE, cpu_seconds=1))
)


def run(*words):
    command = [sys.executable, "-c", TRIES, LIMITS, *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def test_a_process_that_is_bound_can_do_nothing_else():
    done = run()
    assert done.stdout.split() == ["memory", "file", "connection", "write"], done.stderr


def test_a_process_that_is_bound_ends():
    assert run("endless").returncode < 0


def test_every_document_that_can_be_uploaded_is_small_enough_to_be_read():
    assert Limits().file_bytes == MAX_DOCUMENT_BYTES
