"""The form of a ledger: made new, checked, and brought up to date."""

from sqlalchemy import Connection, delete, insert, inspect, select

from reportedly.ledger.index.fulltext import make_search
from reportedly.ledger.migrations import newest_revision, run_revisions
from reportedly.ledger.schema import APPEND_ONLY, METADATA, about, alembic_version
from reportedly.ledger.views import VIEWS, append_only_triggers, drop_triggers

#: "REPd": marks a SQLite file as a ledger of this program (PRAGMA application_id).
APPLICATION_ID = 0x52455064


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


def find_revision(connection: Connection) -> str | None:
    """The revision of the tables; null: the database is empty or no ledger.

    The first two formats had no table for it, only SQLite's own number.
    """
    if connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION_ID:
        return None
    if inspect(connection).has_table(alembic_version.name):
        return connection.execute(select(alembic_version.c.version_num)).scalar()
    return f"{connection.exec_driver_sql('PRAGMA user_version').scalar():04}"


def find_lacking(connection: Connection) -> list[str]:
    """Names of tables that should be there and are not."""
    return sorted(set(METADATA.tables) - set(inspect(connection).get_table_names()))


def _undress(connection: Connection) -> None:
    """Take away what would be in the way of a revision: views and triggers."""
    for view in VIEWS:
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {view}")
    for name in inspect(connection).get_table_names():
        for statement in drop_triggers(name):
            connection.exec_driver_sql(statement)


def _dress(connection: Connection) -> None:
    """Make what is no row of the record: views, triggers, the meaning of columns, the marks of the file."""
    make_search(connection)
    for name, selected in VIEWS.items():
        connection.exec_driver_sql(f"CREATE VIEW {name} AS {selected}")
    for table in APPEND_ONLY:
        for statement in append_only_triggers(table.name):
            connection.exec_driver_sql(statement)
    connection.execute(delete(about))
    meanings = [
        {"table_name": table.name, "column_name": column.name, "meaning": column.comment}
        for table in METADATA.sorted_tables
        for column in table.columns
    ]
    connection.execute(insert(about), meanings)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    # versions before 0003 know a newer ledger by this number
    connection.exec_driver_sql(f"PRAGMA user_version = {int(newest_revision())}")
