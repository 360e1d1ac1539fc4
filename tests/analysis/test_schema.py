import pyarrow as pa
import pytest

from analysis.errors import SchemaError
from analysis.schema import Column, Table

AGES = Table(
    "ages",
    "One row a person.",
    (
        Column("name", pa.string(), "Who."),
        Column("age", pa.int32(), "Years.", nullable=True, within=(0, 150)),
    ),
    key=("name",),
)


def test_rows_become_columns_of_the_declared_types():
    table = AGES.from_rows([("Ann", 30), ("Bob", None)])

    assert table.schema.equals(AGES.schema)
    assert table.to_pydict() == {"name": ["Ann", "Bob"], "age": [30, None]}


def test_no_rows_are_an_empty_table_with_the_declared_columns():
    assert AGES.from_rows([]).schema.equals(AGES.schema)


def test_columns_are_put_in_the_declared_order():
    assert AGES.conform(pa.table({"age": [1], "name": ["Ann"]})).column_names == ["name", "age"]


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"name": ["Ann"]}, "columns are"),
        ({"name": ["Ann"], "age": [1], "size": [2]}, "columns are"),
        ({"name": [None], "age": [1]}, "field 'name' with null values"),
        ({"name": ["Ann"], "age": [200]}, "column 'age' leaves 0 to 150"),
        ({"name": ["Ann"], "age": [-1]}, "column 'age' leaves 0 to 150"),
        ({"name": ["Ann", "Ann"], "age": [1, 2]}, "key ('name',) repeats"),
        ({"name": ["Ann"], "age": ["old"]}, "table 'ages'"),
    ],
)
def test_rows_that_are_not_what_is_declared_are_refused(columns, said):
    with pytest.raises(SchemaError, match=said.replace("(", r"\(").replace(")", r"\)")):
        AGES.from_columns(columns)


def test_rows_of_another_length_are_refused():
    with pytest.raises(SchemaError, match="3 values, not 2"):
        AGES.from_rows([("Ann", 1, 2)])


COUNTS = Table(
    "counts",
    "One row a term of an article.",
    (
        Column("row", pa.int32(), "The article."),
        Column("term", pa.int32(), "The term.", nullable=True),
    ),
    key=("row", "term"),
)


@pytest.mark.parametrize(
    ("rows", "repeats"),
    [
        ([], False),
        ([(0, 0)], False),
        ([(0, 1), (0, 2), (1, 0)], False),
        ([(1, 0), (0, 2), (0, 1)], False),
        ([(0, 1), (0, 1)], True),
        ([(0, 1), (1, 1), (0, 1)], True),
        ([(0, 1), (0, 2), (0, 2), (1, 0)], True),
        ([(0, None), (0, None)], True),
    ],
)
def test_a_key_of_numbers_that_repeats_is_refused_in_whatever_order(rows, repeats):
    if repeats:
        with pytest.raises(SchemaError, match="repeats"):
            COUNTS.from_rows(rows)
    else:
        assert COUNTS.from_rows(rows).num_rows == len(rows)
