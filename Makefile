# make run    set up what is missing, build the sample bundle if there is none, open the dashboard
# make test   set up what is missing, check everything
# make screenshots   photograph every page over the sample, into docs/images
PYTHON ?= python3
BIN := .venv/bin
SAMPLE := workspace/sample

.PHONY: run test screenshots setup setup-dev chromium lint types imports check format clean

run: setup $(SAMPLE)/manifest.json
	$(BIN)/streamlit run app.py --server.address localhost $(if $(BUNDLE),-- $(BUNDLE))

test: setup-dev chromium lint types imports check

screenshots: setup-dev chromium $(SAMPLE)/manifest.json
	$(BIN)/python -m screenshots

setup: .venv/installed
setup-dev: .venv/installed-dev

.venv/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed; name one with: make PYTHON=python3.12 run"; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/installed: requirements.txt | .venv/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/installed-dev: requirements-dev.txt requirements-dask.txt requirements.txt | .venv/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ .venv/installed

$(SAMPLE)/manifest.json: | setup
	$(BIN)/python -m analysis build seeds/articles --out $(SAMPLE)

# The browser tests drive a Chromium of the system; where it is missing and cannot be installed they say so and are skipped.
chromium:
	@command -v chromium chromium-browser google-chrome >/dev/null 2>&1 || \
	if command -v apt-get >/dev/null 2>&1 && { [ "$$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; then \
		echo "Installing Chromium for the browser tests"; \
		SUDO=$$([ "$$(id -u)" = 0 ] || echo sudo); \
		$$SUDO apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$SUDO apt-get install -y -qq --no-install-recommends chromium >/dev/null; \
	else echo "The browser tests will be skipped: install Chromium (Debian: apt-get install chromium)"; fi

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types:
	$(BIN)/mypy

imports:
	$(BIN)/lint-imports

# Two processes, each with files of its own, in the order of tests/conftest.py: what a file shares is made once.
check:
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

format:
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf .venv workspace
