#!/bin/sh
# Pins every dependency with its hashes; no index or address of this machine gets into the files.
set -eu
cd "$(dirname "$0")/.."
export PIP_CONFIG_FILE=/dev/null
compile() {
  .venv/bin/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe \
    --build-deps-for editable --build-deps-for wheel \
    --no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options "$@" pyproject.toml
}
compile -o requirements.lock
compile --extra dev -c requirements.lock -o requirements-dev.lock
