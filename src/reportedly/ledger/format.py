"""The form of a ledger: made new, checked, and brought up to date."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, delete, insert, inspect

from reportedly.ledger.databases.kind import Form
from reportedly.ledger.databases.postgresql import PostgreSQLForm
from reportedly.ledger.databases.sqlite import SQLiteForm
from reportedly.ledger.fulltext import make_search
from reportedly.ledger.migrations import newest_revision, run_revisions
from reportedly.ledger.schema import APPEND_ONLY, METADATA, about, alembic_version, runs
from reportedly.ledger.views import VIEWS

_FORMS: dict[str, Form] = {"sqlite": SQLiteForm(), "postgresql": PostgreSQLForm()}


def make_ledger(connection: Connection) -> None:
    """Make tables, views and triggers in an empty database, in the newest form."""
    METADATA.create_all(connection)
    connection.execute(insert(alembic_version).values(version_num=newest_revision()))
    _dress(connection)


def bring_up_to_date(connection: Connection) -> None:
    """Run the revisions a ledger lacks; what its rows say stays, and a ledger in time is left alone."""
    revision = find_revision(connection)
    if revision is None or revision >= newest_revision():
        return  # another process was quicker
    _undress(connection)
    run_revisions(connection, revision)
    _dress(connection)


@contextmanager
def unguarded(connection: Connection) -> Iterator[None]:
    """Let rows of the record be changed, inside one transaction; the guards stand again at its end.

    Only for taking words away that are to be forgotten: of all else the seals would show it.
    """
    form = _FORMS[connection.dialect.name]
    for table in APPEND_ONLY:
        form.unguard(connection, table.name)
    yield
    for table in APPEND_ONLY:
        form.guard(connection, table)


def find_revision(connection: Connection) -> str | None:
    """The revision of the tables; null: the database is empty or no ledger."""
    return _FORMS[connection.dialect.name].find_revision(connection)


def find_lacking(connection: Connection) -> list[str]:
    """Names of tables that should be there and are not."""
    return sorted(set(METADATA.tables) - set(inspect(connection).get_table_names()))


def _undress(connection: Connection) -> None:
    """Take away what would be in the way of a revision: views and guards."""
    form = _FORMS[connection.dialect.name]
    for view in reversed(VIEWS):  # those made of others first
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {view}")
    for name in inspect(connection).get_table_names():
        form.unguard(connection, name)


def _dress(connection: Connection) -> None:
    """Make what is no row of the record: views, guards, the meaning of columns, the marks of the database."""
    form = _FORMS[connection.dialect.name]
    form.mark(connection, newest_revision())
    make_search(connection)
    for name, selected in VIEWS.items():
        connection.exec_driver_sql(f"CREATE VIEW {name} AS {selected}")
    for table in APPEND_ONLY:
        form.guard(connection, table)
    form.guard(connection, runs, filled_in="finished_at")
    connection.execute(delete(about))
    meanings = [
        {"table_name": table.name, "column_name": column.name, "meaning": column.comment}
        for table in METADATA.sorted_tables
        for column in table.columns
    ]
    connection.execute(insert(about), meanings)
