#!/bin/sh
# Guards against slower code: counts the instructions of three fixed jobs of the built program with callgrind and
# compares them with scripts/guard-baseline. Instructions, unlike seconds, are the same on a busy machine.
#
#   guard.sh          exit 1 if a job takes TOLERANCE percent more instructions than the baseline
#   guard.sh renew    writes today's counts as the baseline
#
#   parse      the sample feeds of all formats to records
#   lists      reading and compiling the sample lists and 2,400 invented persons, for one traveller
#   matching   comparing 12,000 invented travellers with them: what `screen` takes beyond `lists`
#
# Valgrind knows no AVX-512, so the kernels counted are those for AVX2, or the plain ones. The baseline holds for one
# toolchain and kind of machine; on another one nothing is compared.
set -eu
cd "$(dirname "$0")/.."
tolerance=3
program=$PWD/.build/release/pnrscreen
baseline=scripts/guard-baseline
now=2026-11-28T03:00:00Z

command -v valgrind >/dev/null 2>&1 || sh scripts/install-packages.sh valgrind
[ -x "$program" ] || { echo "guard: $program is not built" >&2; exit 1; }
work=$(mktemp -d /tmp/pnrscreen-guard-XXXXXX)
trap 'rm -rf "$work"' EXIT

# What a count depends on beside the sources.
conditions() {
  swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/swift \1/p'
  if grep -qw avx2 /proc/cpuinfo; then kernels=avx2; else kernels=plain; fi
  echo "machine $(uname -m) $kernels"
  valgrind --version | sed 's/^valgrind-/valgrind /'
  sed -n 's/^PRETTY_NAME="\(.*\)"/system \1/p' /etc/os-release
}

# Everybody in the workload is made by pairing surnames with given names and birth dates from elsewhere in the samples.
recombine='function pair(i) { return surname[i % n] "," given[(i * 7 + int(i / n) * 31) % n] "," }
  BEGIN { n = 0 }'

make_lists() {
  mkdir "$work/lists"
  cp -r watchlists/register.toml watchlists/nl-terrorism watchlists/second-list "$work/lists"
  awk -F, "$recombine"'
    NR == 1 { print; next }
    $3 != "" && $4 != "" && $3 $4 !~ /"/ { surname[n] = $3; given[n] = $4; born[n++] = $6 }
    END { for (i = 0; i < 2400; i++) printf "G%04d,,%sstrong,%s,,,,,\n", i, pair(i), born[(i * 13) % n] }
  ' watchlists/second-list/persons.csv >"$work/lists/recombined.csv"
  cat >>"$work/lists/register.toml" <<EOF

[[list]]
id = "recombined"
format = "persons-csv"
path = "recombined.csv"
designation = "Measurement only: invented persons."
published = 2026-11-20
max_age_days = 36500
EOF
}

# make_travellers COUNT: a passenger table of what `parse` has printed.
make_travellers() {
  awk -F'"' -v count="$1" "$recombine"'
    $6 == "surname" && $10 == "given" && $8 $12 !~ /[,\\]/ {
      surname[n] = $8; given[n] = $12
      born[n++] = match($0, /"birthDate":"[-0-9]+"/) ? substr($0, RSTART + 13, RLENGTH - 14) : ""
    }
    END {
      print "reference,surname,given,birth_date"
      for (i = 0; i < count; i++) print i "," pair(i) born[(i * 13) % n]
    }' "$work/parse.out" >"$work/$1.csv"
}

# count NAME ARGUMENT...: prints "NAME instructions".
count() {
  name=$1
  shift
  status=0
  # Neither the environment nor Swift's seeded hashing may move the count.
  env -i PATH="$PATH" HOME="$work" LC_ALL=C SWIFT_DETERMINISTIC_HASHING=1 \
    valgrind --tool=callgrind --callgrind-out-file="$work/$name.callgrind" --log-file="$work/$name.log" \
    "$work/pnrscreen" "$@" >"$work/$name.out" 2>"$work/$name.err" || status=$?
  instructions=$(sed -n 's/^.*Collected : \([0-9]*\).*$/\1/p' "$work/$name.log")
  if [ "$status" -gt 1 ] || [ -z "$instructions" ]; then
    echo "guard: $name ended with $status" >&2
    tail -n 5 "$work/$name.err" "$work/$name.log" >&2
    exit 1
  fi
  echo "$name $instructions"
}

conditions >"$work/conditions"
if [ "${1:-}" != renew ]; then
  sed '/^#/d; /^counts$/,$d' "$baseline" >"$work/held"
  if ! cmp -s "$work/held" "$work/conditions"; then
    echo "guard: nothing is compared. The baseline holds for $(paste -sd, "$work/held"), this is $(paste -sd, "$work/conditions")"
    exit 0
  fi
fi

make_lists
# Valgrind does not understand the debug information that Swift 6.3 writes; function names stay.
strip -g -o "$work/pnrscreen" "$program"
# screen NAME TRAVELLERS
screen() {
  count "$1" screen --quiet --jobs 1 --now "$now" --watchlists "$work/lists/register.toml" \
    --output "$work/$1" --state "$work/$1-state" "$work/$2.csv"
}
count parse parse --now "$now" samples/night samples/type-b samples/pnrgov-xml/attributes >"$work/counts"
make_travellers 1
make_travellers 12000
screen lists 1 >>"$work/counts"
screen screen 12000 >"$work/screen.count"
awk '$1 == "lists" { lists = $2 } $1 == "screen" { print "matching", $2 - lists }' \
  "$work/counts" "$work/screen.count" >"$work/matching.count"
cat "$work/matching.count" >>"$work/counts"

if [ "${1:-}" = renew ]; then
  {
    echo "# Instructions of the jobs in scripts/guard.sh, and what they hold for; written by make guard-baseline."
    cat "$work/conditions"
    echo counts
    cat "$work/counts"
  } >"$baseline"
  cat "$baseline"
  exit 0
fi

awk -v tolerance="$tolerance" '
  NR == FNR { was[$1] = $2; next }
  {
    change = 100 * ($2 - was[$1]) / was[$1]
    printf "guard: %s %d instructions, %+.2f %% against the baseline\n", $1, $2, change
    if (change > tolerance) more = 1
    if (change < -tolerance) fewer = 1
  }
  END {
    if (more) printf "guard: more than %d %% more. If that is the price of something worth it: make guard-baseline, and say so in the commit\n", tolerance
    else if (fewer) printf "guard: clearly fewer. Keep the gain: make guard-baseline\n"
    exit more
  }' "$baseline" "$work/counts"
