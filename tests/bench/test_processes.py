import os
import subprocess
import sys

import pytest

from tests.bench.processes import BenchError, Meter, family, memory_bytes

WORKING = """
import sys, time
while time.process_time() < 0.2:
    pass
print(flush=True)
sys.stdin.read()
"""


@pytest.fixture
def worker():
    """A process that has worked for 0.2 s of CPU time and waits."""
    command = [sys.executable, "-c", WORKING]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        yield process


def test_work_of_processes_that_come_later_is_counted(worker):
    pids = []
    meter = Meter(lambda: pids)
    worker.stdout.readline()
    pids.append(worker.pid)
    assert meter.spent() == pytest.approx(0.2, abs=0.1)


def test_a_process_that_ends_spoils_the_measurement(worker):
    pids = [worker.pid, os.getpid()]
    meter = Meter(lambda: pids)
    pids.remove(worker.pid)
    with pytest.raises(BenchError):
        meter.spent()


def test_a_family_has_memory(worker):
    worker.stdout.readline()
    assert worker.pid in family(os.getpid())
    assert memory_bytes([worker.pid]) > 1 << 20
