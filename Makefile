# Two commands: `make demo` and `make test`. Everything they need is set up on the first run.
PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8501

.PHONY: demo test check gate bench lock browser clean

demo: .venv/ready
	$(BIN)/standpunkt demo --port $(PORT)

test: .venv/ready browser check
	$(BIN)/python -m pytest

check: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

gate: .venv/ready
	$(BIN)/python -m evaluation.gate

bench: .venv/ready
	$(BIN)/python -m benchmarks

# A Python without the venv module gets virtualenv, in a folder of its own.
.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv || ( rm -rf .venv \
		&& $(PYTHON) -m pip install --quiet --target .virtualenv virtualenv \
		&& PYTHONPATH=.virtualenv $(PYTHON) -m virtualenv --quiet .venv )
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

# Browser tests need Debian's Chromium; without it, and without the right to install it, they skip.
browser:
	@command -v chromium >/dev/null || [ "$$(id -u)" != 0 ] || ! command -v apt-get >/dev/null || \
		( apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-dejavu-core >/dev/null ) || \
		echo "Chromium kunde inte installeras: webbläsartesterna hoppas över."

lock: .venv/ready
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --extra dev \
		--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header --no-annotate \
		--output-file requirements.lock pyproject.toml

clean:
	rm -rf .venv .virtualenv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
