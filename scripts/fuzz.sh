#!/bin/sh
# Fuzzes the feed parsers: fuzz.sh SECONDS [TARGET…]; all targets without names. See Tests/Fuzz/README.md.
set -eu
seconds=$1
shift
cd "$(dirname "$0")/../Tests/Fuzz"
[ $# -gt 0 ] || set -- $(ls Targets)

# Without this, files that are new in the project are not compiled.
rm -f .build/release.yaml
# Swift's stack traces hang inside the fuzzer.
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=symbolize=0:malloc_context_size=0

for target in "$@"; do
  swift build -c release --sanitize=fuzzer -Xswiftc -sanitize=fuzzer,address --product "Fuzz$target"
  mkdir -p ".build/corpus/$target" ".build/findings/$target"
  echo "fuzz: $target for $seconds s"
  ".build/release/Fuzz$target" -max_total_time="$seconds" -max_len=1024 -timeout=10 -print_final_stats=1 \
    -dict="Dictionaries/$target.dict" -artifact_prefix=".build/findings/$target/" \
    ".build/corpus/$target" "Corpus/$target"
done
