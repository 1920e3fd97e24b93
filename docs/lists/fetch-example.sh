#!/bin/sh
# An example, no part of the program: brings one file of a list to where the register expects it.
#
#   sh fetch-example.sh URL FILE [SHA256]
#
# SHA256: the publisher's sum, where it gives one. What arrives is written beside FILE first and moved over it only when it
# is whole, so a failing fetch leaves the last file as it was. FILE.sha256 can be named by `sha256` in the register: then
# the program refuses a file that has changed since. Whether a list may be used is for the program to say:
# `pnrscreen watchlist check --watchlists register.toml`.
set -eu

[ $# -ge 2 ] || { echo "usage: sh fetch-example.sh URL FILE [SHA256]" >&2; exit 64; }
url=$1
file=$2
expected=${3:-}
folder=$(dirname "$file")
new=$(mktemp "$folder/.fetch.XXXXXX")
trap 'rm -f "$new"' EXIT

# --fail: an error page is no list. Redirects go to HTTPS only.
curl --fail --silent --show-error --location --proto-redir '=https' --retry 3 --max-time 600 --output "$new" "$url"
[ -s "$new" ] || { echo "fetch: $url gave an empty file" >&2; exit 1; }
sum=$(sha256sum "$new" | cut -d ' ' -f 1)
if [ -n "$expected" ] && [ "$sum" != "$expected" ]; then
  echo "fetch: $url has the sum $sum, expected is $expected" >&2
  exit 1
fi
chmod 640 "$new"
mv "$new" "$file"
trap - EXIT
echo "$sum  $(basename "$file")" >"$file.sha256"
echo "$file: $sum"
