#!/bin/sh
# Makes benchmarks/.venv with the pinned peers, and installs the Debian packages that this needs and that are missing.
set -eu
cd "$(dirname "$0")/.."
wanted=peers/requirements.txt installed=.venv/installed.txt
if cmp -s "$wanted" "$installed"; then exit 0; fi

missing=""
python3 -c 'import ensurepip, venv' 2>/dev/null || missing="$missing python3-venv"
# nomenklatura needs pyicu, which comes as source.
command -v g++ >/dev/null 2>&1 || missing="$missing g++"
command -v pkg-config >/dev/null 2>&1 || missing="$missing pkg-config"
pkg-config --exists icu-i18n 2>/dev/null || missing="$missing libicu-dev"
python3 -c 'import os, sysconfig; os.stat(sysconfig.get_path("include") + "/Python.h")' 2>/dev/null ||
  missing="$missing python3-dev"
# shellcheck disable=SC2086
sh ../scripts/install-packages.sh $missing

echo "setup: installing the peers into benchmarks/.venv"
rm -rf .venv
python3 -m venv .venv
.venv/bin/pip install -q --disable-pip-version-check -r "$wanted"
cp "$wanted" "$installed"
