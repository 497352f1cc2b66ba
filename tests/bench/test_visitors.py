import pytest

from tests.bench.processes import BenchError
from tests.bench.visitors import Answer, parse

ANSWER = b"HTTP/1.1 404 Not Found\r\nServer: gunicorn\r\nContent-Length: 5\r\n\r\nempty"


def test_an_answer_is_read_whole():
    assert parse(ANSWER) == Answer(404, 5)


@pytest.mark.parametrize("end", [10, len(ANSWER) - 6, len(ANSWER) - 1])
def test_part_of_an_answer_is_none_yet(end):
    assert parse(ANSWER[:end]) is None


def test_an_answer_of_unknown_length_is_refused():
    with pytest.raises(BenchError, match="length"):
        parse(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
