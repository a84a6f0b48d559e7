#!/bin/sh
# Checks that this machine has what leafdeck needs; on Debian as root, installs what is missing.
# usage: scripts/setup.sh run|test
# Elsewhere it prints the one command to type and stops with status 1.
set -eu
what=${1:-run}
python=${PYTHON:-python3}

if ! command -v "$python" >/dev/null 2>&1; then
  echo "Python 3.11 or newer is needed. Install it, or say where it is: make PYTHON=/path/to/python3" >&2
  exit 1
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  echo "Python 3.11 or newer is needed; $python is $("$python" -V 2>&1). Say where a newer one is: make PYTHON=/path/to/python3" >&2
  exit 1
fi

has_library() { "$python" -c 'import ctypes, sys; ctypes.CDLL(sys.argv[1])' "$1" >/dev/null 2>&1; }
has_command() { command -v "$1" >/dev/null 2>&1; }
has_browser() { has_command chromium || has_command chromium-browser || has_command google-chrome; }
on_debian() { grep -q '^ID=debian$' "${OS_RELEASE:-/etc/os-release}" 2>/dev/null; }

system=$(uname -s)
missing= brewed=
"$python" -c 'import venv, ensurepip' >/dev/null 2>&1 || missing="$missing python3-venv"
if [ "$system" = Darwin ]; then
  if has_command brew && brew list pango >/dev/null 2>&1; then :; else brewed="$brewed pango"; fi
else
  for pair in libpango-1.0.so.0:libpango-1.0-0 libpangoft2-1.0.so.0:libpangoft2-1.0-0 \
    libharfbuzz.so.0:libharfbuzz0b libharfbuzz-subset.so.0:libharfbuzz-subset0; do
    has_library "${pair%%:*}" || missing="$missing ${pair#*:}"
  done
fi
if [ "$what" = test ]; then
  has_command soffice || { missing="$missing libreoffice-impress"; brewed="$brewed libreoffice"; }
  has_command pdftoppm || { missing="$missing poppler-utils"; brewed="$brewed poppler"; }
  if [ "$system" != Darwin ]; then
    # Elsewhere Chromium is no plain package; the tests that want a browser say so and are left out.
    if on_debian; then has_browser || missing="$missing chromium"; fi
    { has_command fc-list && [ -n "$(fc-list 'Liberation Sans' 2>/dev/null)" ]; } ||
      missing="$missing fontconfig fonts-liberation"
  fi
fi

if [ "$system" = Darwin ]; then
  [ -z "$brewed" ] && exit 0
  echo "Something is missing. Please type:" >&2
  echo "  brew install$brewed" >&2
  exit 1
fi
[ -z "$missing" ] && exit 0
if has_command apt-get; then
  if [ "$(id -u)" = 0 ]; then
    echo "Installing:$missing"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    # shellcheck disable=SC2086 # a list of names
    apt-get install -y -qq --no-install-recommends $missing >/dev/null
    exit 0
  fi
  echo "Something is missing. Please type:" >&2
  echo "  sudo apt-get install -y --no-install-recommends$missing" >&2
  exit 1
fi
echo "Something is missing. Install what your system calls these Debian packages, then try again:" >&2
echo " $missing" >&2
exit 1
