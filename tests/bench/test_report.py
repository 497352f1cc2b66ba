from tests.bench.report import table


def test_a_table_has_columns_of_one_width():
    lines = table(["Page", "Queries"], [["front page", "14"], ["404", "9"]]).splitlines()
    assert lines == [
        "| Page       | Queries |",
        "| ---------- | ------: |",
        "| front page |      14 |",
        "| 404        |       9 |",
    ]
