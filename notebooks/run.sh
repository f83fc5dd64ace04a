#!/usr/bin/env bash
# Executes the notebooks with the packages of requirements.txt, each version pinned, in an environment of their own.
#
#     notebooks/run.sh            # writes their outputs
#     notebooks/run.sh --check    # CI: compares with the outputs kept
#
# The environment lives outside the clone and is made anew when requirements.txt changes. The command is BAROMETRE, else
# the one of the path, else target/release or target/debug.
set -euo pipefail
cd "$(dirname "$0")"
cache="${BAROMETRE_NOTEBOOKS:-$HOME/.cache/barometre-notebooks}"
environment="$cache/$(cat requirements.txt <(python3 --version) | sha256sum | cut -c 1-16)"
if [ ! -e "$environment/ready" ]; then
    rm -rf "$environment"
    python3 -m venv "$environment"
    "$environment/bin/pip" install --quiet --disable-pip-version-check -r requirements.txt
    touch "$environment/ready"
fi
# Nothing of the user's own configuration of Jupyter, IPython or Matplotlib may change what is shown.
settings=$(mktemp -d)
trap 'rm -rf "$settings"' EXIT
export JUPYTER_CONFIG_DIR="$settings" JUPYTER_DATA_DIR="$settings" IPYTHONDIR="$settings" MPLCONFIGDIR="$settings" LC_ALL=C.UTF-8
"$environment/bin/python" execute.py "$@"
