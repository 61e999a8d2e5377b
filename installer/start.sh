#!/bin/sh
# Sets up on first start, from the wheels beside this script and without internet, then opens the dashboard.
set -eu
cd "$(dirname "$0")"
python=${PYTHON:-python3}
version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
packages="requirements-linux-$version.txt"
if [ ! -f "$packages" ]; then
    echo "This folder has no packages for Python $version. START-HERE.txt names the version that it needs." >&2
    exit 1
fi
if [ ! -f .venv/.installed ]; then
    echo "Setting up, once …"
    "$python" -m venv .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-index --find-links wheels --require-hashes -r "$packages"
    touch .venv/.installed
fi
if [ ! -d data/demo-store ]; then
    .venv/bin/python -m arms_analytics demo data/demo-workbooks --records data/demo-store
    .venv/bin/python -m arms_analytics load data/demo-workbooks --database data/demo-store || { rm -rf data/demo-store; exit 1; }
fi
exec .venv/bin/python -m streamlit run app.py "$@"
