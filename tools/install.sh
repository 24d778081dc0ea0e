#!/bin/sh
# Make .venv and install what requirements.lock says, then this project, editable.
#
#   sh tools/install.sh            from the root of the project; PYTHON=... chooses the interpreter
#
# Quick when nothing changed: .venv/lock-installed and .venv/project-installed record what each step was
# made from. Paths are relative, so that spaces and accents in the place of the project do no harm.
set -eu

# Settings that would make the new environment see other packages than its own.
unset PYTHONPATH PYTHONHOME PIP_USER PIP_TARGET PIP_PREFIX || true
export PIP_DISABLE_PIP_VERSION_CHECK=1

say() { printf '%s\n' "$*" >&2; }

lock_stamp() {
    cksum requirements.lock
    .venv/bin/python -c 'import sys; print(sys.version)'
}

project_stamp() {
    cksum pyproject.toml
    pwd
}

same() { # command file
    [ -f "$2" ] && "$1" 2>/dev/null | cmp -s - "$2"
}

find_python() {
    # The newest tested Python that can make environments; names that only look like Python are passed over.
    found='' incomplete=''
    for python in ${PYTHON:-python3.14 python3.13 python3.12 python3.11 python3 python}; do
        "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue
        if "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
            found=$python
            return
        fi
        incomplete=${incomplete:-$python}
    done
    if [ -n "$incomplete" ]; then
        package=$("$incomplete" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
        say "$incomplete ne sait pas créer d'environnement : installez le paquet $package (sudo apt-get install $package)."
        say "$incomplete cannot create an environment: install the package $package (sudo apt-get install $package)."
        exit 1
    fi
    say "Python 3.11 ou plus récent est introuvable : installez-le (sous Debian ou Ubuntu : sudo apt-get install python3 python3-venv), ou donnez son nom : make PYTHON=python3.12 demo"
    say "Python 3.11 or later was not found: install it (Debian or Ubuntu: sudo apt-get install python3 python3-venv), or name it: make PYTHON=python3.12 demo"
    exit 1
}

if ! same lock_stamp .venv/lock-installed; then
    find_python
    say "Installation dans .venv avec $("$found" --version), une fois pour toutes (une minute environ)... / Installing into .venv, once..."
    "$found" -m venv --clear .venv
    .venv/bin/python -m pip install -qq --no-deps --require-hashes -r requirements.lock
    lock_stamp >.venv/lock-installed
fi

if ! same project_stamp .venv/project-installed; then
    .venv/bin/python -m pip install -qq --no-deps --no-build-isolation --editable .
    project_stamp >.venv/project-installed
fi
