#!/bin/sh
# What is slower than `make test` or needs a Debian package: brute force and mutations at full size,
# reports opened in Chromium, how much of the code the fast suite runs (measuring it more than doubles its time). Packages are installed when missing and allowed; else what is skipped is said.
set -eu

need() { # command package
    command -v "$1" >/dev/null 2>&1 || packages="$packages $2"
}

packages=''
need chromium chromium
need pdftoppm poppler-utils
if [ -n "$packages" ] && command -v apt-get >/dev/null 2>&1; then
    as_root=''
    if [ "$(id -u)" -ne 0 ]; then as_root='sudo -n'; fi
    if [ -z "$as_root" ] || sudo -n true 2>/dev/null; then
        echo "apt-get install$packages"
        # shellcheck disable=SC2086 # words on purpose
        { $as_root apt-get -qq update && $as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get -qq install -y --no-install-recommends $packages >/dev/null; } || true
    fi
fi

marks='slow or browser'
for command in chromium pdftoppm; do
    if ! command -v "$command" >/dev/null 2>&1; then
        echo "Sans $command : les images des comptes rendus ne sont pas vérifiées. / Without $command: browser tests are skipped."
        marks='slow'
    fi
done
.venv/bin/python -m pytest -q -n "${JOBS:-2}" -m "$marks"
.venv/bin/python -m pytest -q -n "${JOBS:-2}" --cov --cov-report=term
