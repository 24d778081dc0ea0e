#!/bin/sh
# Make .venv and install what requirements.lock says, then this project, editable.
#
#   sh tools/install.sh            from the root of the project; PYTHON=... chooses the interpreter
#
# Quick when nothing changed: .venv/installed-from records the lock, the project file, the place and
# the Python that the environment was made from. Paths are relative, so that spaces and accents in the
# place of the project do no harm.
set -eu

# Settings that would make the new environment see other packages than its own.
unset PYTHONPATH PYTHONHOME PIP_USER PIP_TARGET PIP_PREFIX || true
export PIP_DISABLE_PIP_VERSION_CHECK=1

say() { printf '%s\n' "$*" >&2; }

stamp() {
    cksum requirements.lock pyproject.toml
    pwd
    .venv/bin/python -c 'import sys; print(sys.version)'
}

if [ -f .venv/installed-from ] && stamp 2>/dev/null | cmp -s - .venv/installed-from; then
    exit 0
fi

# The newest tested Python that can make environments; names that only look like Python are passed over.
found='' incomplete=''
for python in ${PYTHON:-python3.14 python3.13 python3.12 python3.11 python3 python}; do
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue
    if "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        found=$python
        break
    fi
    incomplete=${incomplete:-$python}
done
if [ -z "$found" ] && [ -n "$incomplete" ]; then
    package=$("$incomplete" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    say "Il manque à $incomplete de quoi créer un environnement : installez le paquet $package (sudo apt-get install $package)."
    say "$incomplete cannot create an environment: install the package $package (sudo apt-get install $package)."
    exit 1
fi
if [ -z "$found" ]; then
    say "Python 3.11 ou plus récent est introuvable : installez-le (sous Debian 12, Ubuntu 24.04 et suivantes : sudo apt-get install python3 python3-venv), ou donnez son chemin : make PYTHON=/chemin/vers/python3 ..."
    say "Python 3.11 or later was not found: install it (Debian 12, Ubuntu 24.04 and later: sudo apt-get install python3 python3-venv), or give its path: make PYTHON=/path/to/python3 ..."
    exit 1
fi

say "Installation dans .venv avec $("$found" --version), une fois pour toutes... / Installing into .venv, once..."
"$found" -m venv --clear .venv
.venv/bin/python -m pip install --quiet --no-deps --require-hashes -r requirements.lock
.venv/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .
stamp >.venv/installed-from
