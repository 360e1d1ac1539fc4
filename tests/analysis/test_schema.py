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
