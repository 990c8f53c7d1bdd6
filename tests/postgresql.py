"""A PostgreSQL server for tests: made in a temporary folder, on a free port of this machine, gone afterwards."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

_USER = "postgres"  # the user that Debian's package makes; a server refuses to run as root


def find_programs() -> Path | None:
    """The folder with initdb and pg_ctl; null where PostgreSQL is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    elsewhere = shutil.which("initdb")
    return Path(elsewhere).resolve().parent if elsewhere else None


def run_server() -> Iterator[str]:
    """The address of a server that runs until the iterator is closed."""
    programs = find_programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed: apt-get install postgresql (as root “make test” does it)")
    folder = Path(tempfile.mkdtemp(prefix="reportedly-postgresql-"))
    if os.geteuid() == 0:
        shutil.chown(folder, _USER)
    port = _free_port()
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
    control = (str(programs / "pg_ctl"), "-D", str(folder / "data"), "-w")
    try:
        initdb = (str(programs / "initdb"), "-D", str(folder / "data"), "-U", "reportedly", "-A", "trust")
        _run(*initdb, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        _run(*control, "-l", str(folder / "log"), "-o", options, "start")
        yield f"postgresql://reportedly@127.0.0.1:{port}/postgres"
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            _run(*control, "-m", "immediate", "stop")
        shutil.rmtree(folder)


def _run(*words: str) -> None:
    as_user = ("runuser", "-u", _USER, "--") if os.geteuid() == 0 else ()
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [*as_user, *words], cwd="/", env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{words[0]}: {done.stdout}{done.stderr}"


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
    return port
