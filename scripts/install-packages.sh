#!/bin/sh
# Installs the Debian packages named as arguments, and says which; does nothing without arguments.
set -eu
[ "$#" -gt 0 ] || exit 0
echo "setup: installing Debian packages: $*"
if [ "$(id -u)" -eq 0 ]; then root=""; else root="sudo"; fi
export DEBIAN_FRONTEND=noninteractive
$root apt-get update -q
$root apt-get install -q -y --no-install-recommends "$@"
