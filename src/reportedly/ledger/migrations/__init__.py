"""Ledgers of earlier versions brought up to date, forward only, when they are opened.

Each step is a revision of Alembic in ``versions/``, in a file ``rNNNN_what.py`` with the revision ``NNNN``; they
form one line. A step changes tables and columns; views, triggers and the words in ``about`` are made anew after
it (:mod:`reportedly.ledger.format`). A new ledger is made at once in the newest form: a test holds both together.
"""

import re
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

_HERE = Path(__file__).parent
_FILE = re.compile(r"r(\d{4})_\w+\.py")


@cache
def newest_revision() -> str:
    """The revision of ledgers of this version; from the names of the files, since Alembic is slow to load."""
    found = (_FILE.fullmatch(path.name) for path in (_HERE / "versions").iterdir())
    return max(name[1] for name in found if name)


def run_revisions(connection: Connection, since: str) -> None:
    """Bring the tables from one revision to the newest, in the transaction of the connection."""
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

    script = ScriptDirectory(str(_HERE))

    def steps(_current: object, _context: object) -> Any:
        return script._upgrade_revs("head", since)

    context = MigrationContext.configure(connection, opts={"fn": steps})
    context.stamp(script, since)
    with Operations.context(context):
        context.run_migrations()
