"""The package's spelling of names, read from its file: the package itself need not be installed here."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

_FILE = Path(__file__).resolve().parents[1] / "src/reportedly/claims/places/spelling.py"
_SPEC = spec_from_file_location("places_spelling", _FILE)
assert _SPEC is not None and _SPEC.loader is not None, _FILE
_MODULE = module_from_spec(_SPEC)
_SPEC.loader.exec_module(_MODULE)

fold_name = _MODULE.fold_name
