"""Take the browser's libraries from npm into the package, with their licences and hashes.

python -m vendor.take            (needs npm; run by hand when a version changes, never by a build)

``VENDORED.tsv`` says which package, which version and which file. The licence of each package is kept beside its
file, and the hash that was taken is written back; a test holds the files to it.
"""

import hashlib
import json
import subprocess
import tarfile
import tempfile
from pathlib import Path

HOME = Path(__file__).resolve().parents[1] / "src/reportedly/views/web/static/vendor"
TABLE = HOME / "VENDORED.tsv"
HEAD = ("package", "version", "file", "licence", "sha256")


def take() -> None:
    """Every line of the table anew."""
    rows = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines()[1:]]
    taken = [_take_one(package, version, path) for package, version, path, *_ in rows]
    lines = ["\t".join(HEAD), *("\t".join(row) for row in taken)]
    TABLE.write_text("\n".join(lines) + "\n", "utf-8")


def _take_one(package: str, version: str, path: str) -> tuple[str, ...]:
    with tempfile.TemporaryDirectory() as folder:
        packed = subprocess.run(
            ["npm", "pack", "--silent", f"{package}@{version}"],
            cwd=folder,
            check=True,
            capture_output=True,
            text=True,
        )
        with tarfile.open(Path(folder) / packed.stdout.strip().splitlines()[-1]) as archive:
            archive.extractall(folder, filter="data")
        home = Path(folder) / "package"
        body = (home / path).read_bytes()
        licence = json.loads((home / "package.json").read_text("utf-8"))["license"]
        name = Path(path).name
        (HOME / name).write_bytes(_without_map(body))
        (HOME / f"{name}.LICENSE").write_bytes((home / "LICENSE").read_bytes())
    return package, version, path, licence, hashlib.sha256(_without_map(body)).hexdigest()


def _without_map(body: bytes) -> bytes:
    """Without the line that makes a browser ask for a file of the makers that is not here."""
    return b"\n".join(line for line in body.split(b"\n") if not line.startswith(b"//# sourceMappingURL="))


if __name__ == "__main__":
    take()
