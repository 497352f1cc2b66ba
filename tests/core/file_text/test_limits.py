import json
import os
import subprocess
import sys
from dataclasses import asdict

from core.file_text.limits import MEGABYTE, Limits
from core.uploads.documents import MAX_DOCUMENT_BYTES

TRIES = """
import json, os, resource, socket, sys, tempfile
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
# Root could start another process all the same, so the limit is asked for.
print(os.nice(0), *resource.getrlimit(resource.RLIMIT_NPROC), flush=True)
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
    assert done.stdout.splitlines()[0].split()[1:] == ["0", "0"], done.stderr
    assert done.stdout.split()[3:] == ["memory", "file", "connection", "write"], done.stderr


def test_a_process_that_is_bound_lets_others_go_first():
    assert int(run().stdout.split()[0]) == min(os.nice(0) + 10, 19)


def test_a_lower_limit_that_somebody_has_set_is_kept():
    lower = (
        "import resource; from core.file_text.limits import Limits, keep_within\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))\n"
        "keep_within(Limits())\n"
        "print(resource.getrlimit(resource.RLIMIT_FSIZE))"
    )
    done = subprocess.run([sys.executable, "-c", lower], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "(100, 100)"


def test_a_process_that_is_bound_ends():
    assert run("endless").returncode < 0


def test_the_process_that_reads_is_bound():
    after = (
        "import os, resource; from core.file_text.__main__ import main\n"
        "from core.file_text.limits import Limits\n"
        "main('txt', Limits())\n"
        "print(*(resource.getrlimit(kind)[1] for kind in (resource.RLIMIT_NOFILE,"
        " resource.RLIMIT_AS, resource.RLIMIT_CPU)))"
    )
    command = [sys.executable, "-c", after]
    done = subprocess.run(command, input="Labdien", capture_output=True, text=True, check=True)
    bounds = [int(bound) for bound in done.stdout.splitlines()[-1].split()]
    assert bounds == [0, Limits().memory_bytes, Limits().cpu_seconds + 1]


def test_every_document_that_can_be_uploaded_is_small_enough_to_be_read():
    assert Limits().file_bytes == MAX_DOCUMENT_BYTES
