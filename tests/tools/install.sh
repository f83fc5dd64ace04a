#!/usr/bin/env bash
# Installs what some tests look at our outputs with: Chromium, LibreOffice, Python readers of Office files, axe-core.
# `cargo test` says which of them are absent and passes; CI calls this first and sets BAROMETRE_REQUIRE_TOOLS=1.
# Debian or Ubuntu, as root or with sudo.
set -euo pipefail
cd "$(dirname "$0")"
tools="${BAROMETRE_TOOLS:-$HOME/.cache/barometre-tools}"
mkdir -p "$tools"

missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v soffice >/dev/null || missing+=(libreoffice-impress libreoffice-calc)
command -v pdftoppm >/dev/null || missing+=(poppler-utils)
command -v node >/dev/null || missing+=(nodejs npm)
if [ ${#missing[@]} -gt 0 ]; then
    as_root=$([ "$(id -u)" = 0 ] && echo "" || echo sudo)
    $as_root apt-get update -qq
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends "${missing[@]}" fonts-dejavu-core
fi

if ! cmp -s requirements.txt "$tools/requirements.txt"; then
    python3 -m venv --clear "$tools/python"
    "$tools/python/bin/pip" install --quiet --disable-pip-version-check -r requirements.txt
    cp requirements.txt "$tools/requirements.txt"
fi
if ! cmp -s package-lock.json "$tools/package-lock.json"; then
    cp package.json package-lock.json "$tools/"
    npm ci --prefix "$tools" --no-audit --no-fund --silent
fi
