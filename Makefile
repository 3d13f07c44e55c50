# make run    start the atlas            make test   everything that must hold before a change goes in
# make bench  measure the budgets        make data   draw the shapes in geodata/data anew
# make lowest test the oldest versions   make audit  ask whether a version has a known weakness
# make parts  list licences and parts    make several  run .github/deploy: nginx before three processes, each killed
# make baddays  do to it what goes wrong, and see what readers see    make browsers  the same visits in three engines
# make lighthouse  ask Lighthouse for its marks of the plain files
# make cloud  rehearse a free host: installation, cold start, memory
# make golden  write the golden files anew, after an intended change
# make sides  name the records that lack a side, or a source that counts
# make exports  write the data for other programs into exports/
# make lessons  print the lessons to PDF, into build/lessons    make readers  do a reader's jobs, print what they cost
# make site  write the atlas as plain files into site/ (BASE=https://... is the address it will have)

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check install --quiet --no-compile
UV     := $(BIN)/uv pip install --quiet --python $(BIN)/python
# uv takes a seventh of pip's time; pip does it where uv cannot be had, or looks in other places.
install = $(UV) $(1) || $(PIP) $(1)
DENO   := DENO_DIR=$(VENV)/deno DENO_NO_UPDATE_CHECK=1 $(BIN)/deno
SCRIPTS := --config pages/ui/browser/js/deno.json pages/ui/browser/js tests/ui/browser/js
# Tools that look at the atlas from outside, apart from what it runs on and is tested with.
TOOLS  := .venv-tools
LOWEST := .venv-lowest
ALONE  := .venv-alone
AS_ROOT := $(shell [ "$$(id -u)" = 0 ] || echo sudo -n)

# What Python compiled once it keeps, even on a machine set up not to: a test run starts dozens of Pythons.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test check lint types suite scripts golden sides bench readers lessons data exports site coverage lowest cloud several baddays browsers lighthouse audit parts clean

help:
	@sed -n '/^# make/s/^# //p' Makefile

run: $(VENV)/.run
	$(BIN)/python -m streamlit run dashboard.py --browser.serverAddress localhost

# Make begins them in this order: the scripts are checked beside the types, then the tests run beside those.
test: lint
	$(MAKE) --no-print-directory --jobs 2 types scripts suite

check: lint types scripts

lint: $(VENV)/.test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports

types: $(VENV)/.test
	$(BIN)/mypy

suite: $(VENV)/.test
	$(BIN)/python -m pytest -n 3 --maxschedchunk 4

scripts: $(VENV)/.test
	$(DENO) fmt --quiet --check $(SCRIPTS)
	$(DENO) lint --quiet $(SCRIPTS)
	$(DENO) check --quiet --no-remote --no-npm $(SCRIPTS)
	$(DENO) test --quiet --no-check --no-remote --no-npm $(SCRIPTS)

bench: $(VENV)/.test
	$(BIN)/python -m tests.bench

golden: $(VENV)/.test
	$(BIN)/python -m geodata
	$(BIN)/python -m tests.browser.trees

readers: $(VENV)/.test
	$(BIN)/python -m tests.browser.readers

lessons: $(VENV)/.test
	$(BIN)/python -m tests.browser.lessons

coverage: $(VENV)/.test
	$(BIN)/python -m pytest -m "not browser" --cov --cov-report=term

data: $(VENV)/.run
	$(call install,--editable '.[build]')
	$(BIN)/python -m geodata.build

sides: $(VENV)/.run
	@$(BIN)/python -m geodata sides

exports: $(VENV)/.run
	$(BIN)/python -m geodata export exports

site: $(VENV)/.run
	$(call install,--editable '.[site]')
	$(BIN)/python -m pages.ui site --base '$(BASE)'

# Everything as old as requirements.txt and pyproject.toml allow; make test has everything as new.
lowest: $(TOOLS)/.done
	rm -rf $(LOWEST)
	$(MAKE) check VENV=$(LOWEST) UV='$(TOOLS)/bin/uv pip install --quiet --resolution lowest-direct --python $(LOWEST)/bin/python' PIP=false
	$(LOWEST)/bin/python -m pytest -n 3 -m "not browser"

cloud: $(VENV)/.test $(TOOLS)/.done
	$(BIN)/python -m tests.bench.cloud $(TOOLS)/bin/uv

several: $(VENV)/.test
	@command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] || { $(AS_ROOT) apt-get update -qq && $(AS_ROOT) apt-get install -y -qq nginx-light; }
	$(BIN)/python -m tests.bench.several

baddays: $(VENV)/.test
	$(BIN)/python -m tests.bench.baddays

# Firefox and WebKit, the engine of iPads; their Debian packages are fetched where they are not there.
browsers: $(VENV)/.test
	@command -v firefox-esr >/dev/null || command -v firefox >/dev/null || { $(AS_ROOT) apt-get update -qq && $(AS_ROOT) apt-get install -y -qq firefox-esr; }
	@command -v WebKitWebDriver >/dev/null && command -v Xvfb >/dev/null || { $(AS_ROOT) apt-get update -qq && $(AS_ROOT) apt-get install -y -qq webkit2gtk-driver xvfb; }
	$(BIN)/python -m tests.bench.browsers

# Lighthouse is a program of npm's; version 12 runs on Debian's Node.
lighthouse: $(VENV)/.test
	@command -v npm >/dev/null || { $(AS_ROOT) apt-get update -qq && $(AS_ROOT) apt-get install -y -qq npm; }
	@[ -x build/lighthouse/node_modules/.bin/lighthouse ] || npm install --silent --no-audit --no-fund --prefix build/lighthouse 'lighthouse@^12.8'
	$(BIN)/python -m tests.bench.lighthouse build/lighthouse/node_modules/.bin/lighthouse

# Strict: a version that could not be asked about is a failure, not a pass.
audit: $(TOOLS)/.done $(ALONE)/.done
	$(TOOLS)/bin/pip-audit --strict --progress-spinner off --path "$$($(ALONE)/bin/python -c 'import site; print(site.getsitepackages()[0])')"

parts: $(TOOLS)/.done $(ALONE)/.done
	@mkdir -p build
	$(TOOLS)/bin/cyclonedx-py environment --output-file build/sbom.cdx.json $(ALONE)/bin/python
	$(TOOLS)/bin/pip-licenses --python $(ALONE)/bin/python --with-urls --format csv --output-file build/licences.csv
	$(ALONE)/bin/python -m tests.bench.parts build
	@$(TOOLS)/bin/pip-licenses --python $(ALONE)/bin/python --summary --order count

clean:
	rm -rf $(VENV) $(TOOLS) $(LOWEST) $(ALONE) build exports site *.egg-info .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("The atlas needs Python 3.11 or newer.")'
	@# Debian ships venv apart from Python
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { $(AS_ROOT) apt-get update -qq && $(AS_ROOT) apt-get install -y -qq python3-venv; }
	$(PYTHON) -m venv $(VENV)
	-@$(PIP) 'uv>=0.9,<1'

$(VENV)/.run: requirements.txt | $(VENV)/pyvenv.cfg
	$(call install,--requirement requirements.txt)
	@touch $@

$(VENV)/.test: requirements.txt pyproject.toml tests/browser/chromium.py | $(VENV)/pyvenv.cfg
	$(PYTHON) -m tests.browser.chromium early & { $(call install,--editable '.[test]'); } && wait
	$(BIN)/python -m tests.browser.chromium
	@touch $@

# What the atlas runs on and nothing else, not even pip.
$(ALONE)/.done: requirements.txt $(TOOLS)/.done
	rm -rf $(ALONE)
	$(TOOLS)/bin/uv venv --quiet --python $(TOOLS)/bin/python $(ALONE)
	$(TOOLS)/bin/uv pip install --quiet --python $(ALONE)/bin/python --requirement requirements.txt
	@touch $@

$(TOOLS)/.done: Makefile
	$(PYTHON) -m venv $(TOOLS)
	$(TOOLS)/bin/python -m pip --disable-pip-version-check install --quiet 'cyclonedx-bom>=7,<8' 'pip-audit>=2.10,<3' 'pip-licenses>=5,<6' 'uv>=0.9,<1'
	@touch $@
