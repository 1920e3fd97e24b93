#!/bin/sh
# Measures what the issues ask for on the corpora beside the project (../shared/corpus): the feed and list
# checkers, index against exhaustive scan, recall against false alerts, memory on 1 GB of PNRGOV.
# Needs a release build (make build), python3 and GNU time; takes about three minutes.
set -eu
cd "$(dirname "$0")/.."
corpus=../shared/corpus
program=$PWD/.build/release/pnrscreen
[ -d "$corpus" ] || { echo "bars: $corpus is not there; nothing measured"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for set in own third-party; do
  printf 'feeds/%s: ' "$set"
  python3 "$corpus/feeds/check.py" "$program" "$corpus/feeds/$set/EXPECTED.jsonl" | tail -n 1
done
printf 'watchlists: '
python3 "$corpus/watchlists/check.py" "$program" "$corpus/watchlists/EXPECTED.jsonl" | tail -n 1

register() {
  gunzip -c "$corpus/names/$1/list.csv.gz" >"$work/$1.csv"
  cat >"$work/$1.toml" <<EOF
[[list]]
id = "$1"
name = "$1"
format = "persons-csv"
path = "$1.csv"
designation = "measurement"
published = 2026-11-22
max_age_days = 3650
EOF
}
# screen SET PASSENGERS OUT [OPTION]
screen() {
  set_name=$1 passengers=$2 out=$3
  shift 3
  "$program" screen --quiet --watchlists "$work/$set_name.toml" --now 2026-11-22T00:00:00Z \
    --output "$work/$out" --state "$work/$out.state" "$@" "$passengers" >/dev/null
}

for set in dev national aliases; do
  register "$set"
  screen "$set" "$corpus/names/$set/passengers.csv.gz" "$set"
  echo "names/$set:"
  python3 "$corpus/names/evaluate.py" "$corpus/names/$set" "$work/$set"/*/hits.jsonl \
    --passengers passengers.csv.gz --budgets 1,20,30,100 | sed -n 1,5p
done

gunzip -c "$corpus/names/dev/passengers.csv.gz" | head -n 2001 >"$work/sample.csv"
screen dev "$work/sample.csv" indexed
screen dev "$work/sample.csv" exhaustive --exhaustive
printf 'index against exhaustive, 2,000 passengers: '
cmp "$work/indexed"/*/hits.jsonl "$work/exhaustive"/*/hits.jsonl && echo identical

grep -l PNRGOV samples/night/*.edi | xargs cat >"$work/once.edi"
times=$((1073741824 / $(wc -c <"$work/once.edi") + 1))
i=0
while [ "$i" -lt "$times" ]; do cat "$work/once.edi"; i=$((i + 1)); done >"$work/night.edi"
/usr/bin/time -f '1 GB of PNRGOV: %M KB at most, %e s, %U s of CPU' "$program" screen --quiet \
  --watchlists watchlists/register.toml --now 2026-11-28T03:00:00Z \
  --output "$work/gb" --state "$work/gb.state" "$work/night.edi" | grep -E '^(Persons|Hits)'
