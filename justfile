# The recipes that .ci/run runs, one by one. `just` lists them.

default:
    @just --list

# Create the environment with everything for development
setup:
    python3 -m venv .venv && .venv/bin/pip install --quiet -e '.[dev]'

# Open the dashboard
app:
    .venv/bin/evidence app

# Run the tests (arguments go to pytest)
test *arguments:
    .venv/bin/pytest {{arguments}}

# Lint, formatting, types, order of imports
lint:
    .venv/bin/ruff check .
    .venv/bin/ruff format --check .
    .venv/bin/mypy
    .venv/bin/lint-imports

# Hold the data to the rules
data:
    .venv/bin/evidence validate

# Put code and data in canonical form
format:
    .venv/bin/ruff check --fix .
    .venv/bin/ruff format .
    .venv/bin/evidence format

# Train the matching anew, after phrasings, vocabulary or development set have changed
train:
    .venv/bin/python -m benchmarks.train_matching

# Write the JSON Schemas anew from the code
schemas:
    .venv/bin/python -m evidence.schemas

# Everything that must pass before a change lands
ci:
    .ci/run
