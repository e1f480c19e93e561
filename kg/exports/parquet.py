"""A graph as Parquet files, one a table."""

import io
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from kg.exports.rows import Row
from kg.exports.tables import DOCUMENTS, ENTITIES, MENTIONS, STATEMENTS, tables_of
from kg.model import MissingLibraryError
from kg.rdf import Source

if TYPE_CHECKING:
    import pyarrow as pa


def to_parquet(source: Source) -> dict[str, bytes]:
    """Parquet files: documents, entities, mentions, and statements with all names beside them.

    Returns:
        Name of the file → its bytes, the same for the same graph and version of pyarrow.

    Raises:
        MissingLibraryError: pyarrow is not installed.
    """
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise MissingLibraryError(
            "Parquet needs pyarrow, which is not installed: pip install pyarrow"
        ) from error
    tables = tables_of(source)
    return {
        "documents.parquet": _file(DOCUMENTS, tables.documents),
        "entities.parquet": _file(ENTITIES, tables.entities),
        "mentions.parquet": _file(MENTIONS, tables.mentions),
        "statements.parquet": _file(STATEMENTS, tables.statements),
    }


def _file(columns: Mapping[str, type], rows: Iterable[Row]) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([(name, _type(type_)) for name, type_ in columns.items()])
    file = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(list(rows), schema=schema), file, compression="zstd")
    return file.getvalue()


def _type(type_: type) -> "pa.DataType":
    import pyarrow as pa

    arrow: dict[type, Any] = {
        str: pa.string(),
        int: pa.int64(),
        float: pa.float64(),
        bool: pa.bool_(),
    }
    return arrow[type_]
