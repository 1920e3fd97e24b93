# pnrscreen: `make run` shows it at work, `make test` checks everything.

NIGHT = samples/night
NOW = 2026-11-28T03:00:00Z
PROGRAM = .build/release/pnrscreen

.PHONY: run test guard guard-baseline lint build setup samples golden bars bench bench-peers fuzz clean

# Exit code 1 says that some input was set aside: that is a result, not a failure of make.
run: build
	@$(PROGRAM) screen $(NIGHT) --watchlists watchlists/register.toml --now $(NOW) \
	  --output ./out --state ./out/.state || [ $$? -eq 1 ]

# One build: the tests run the program that is built beside them.
test: setup lint
	swift test -c release -Xswiftc -enable-testing
	sh scripts/guard.sh

# Instruction counts of three fixed jobs against scripts/guard-baseline; guard-baseline accepts those of today. The program
# is built with the flags of the tests: it is the one that `make test` counts.
guard: setup guarded
	sh scripts/guard.sh

guard-baseline: setup guarded
	sh scripts/guard.sh renew

.PHONY: guarded
guarded:
	swift build -c release --product pnrscreen -Xswiftc -enable-testing

lint:
	swift format lint -r --strict Sources Tests

build: setup
	swift build -c release --product pnrscreen

setup:
	@sh scripts/setup.sh

# Writes the demonstration night and its lists anew, byte for byte the same.
samples:
	python3 samples/generate.py

# Accepts the hits and the name counts of today as the expected ones; look at the difference in git before committing.
golden:
	PNRSCREEN_UPDATE_GOLDEN=1 swift test -c release -Xswiftc -enable-testing --filter "SampleNightTests|CalibrateCommandTests"

# Corpora, recall, losslessness and memory, measured; needs ../shared beside the project.
bars: build
	sh scripts/bars.sh

# Bytes to records against a bare pass over the same bytes, and parsed passengers against lists, on one core; the tables
# go to benchmarks/results. PERSONS=100,20000,380000,2000000 TRAVELLERS=10000 for more lists: 380,000 persons have a million
# names.
bench: PERSONS = 100,20000
bench: TRAVELLERS = 100000
bench:
	swift run -c release --package-path benchmarks feeds-benchmark \
	  --report benchmarks/results/feeds-$$(date +%F).md
	swift run -c release --package-path benchmarks matching-benchmark --persons $(PERSONS) --travellers $(TRAVELLERS) \
	  --report benchmarks/results/matching-$$(date +%F).md

# The same matching beside rapidfuzz, jellyfish, nomenklatura and Splink, from PyPI into benchmarks/.venv, on the same data
# in the same run; table and plots go to benchmarks/results. PERSONS=380000 for a million names.
bench-peers: PERSONS = 20000
bench-peers: TRAVELLERS = 100000
bench-peers: setup
	sh benchmarks/peers/setup.sh
	swift build -c release --package-path benchmarks --product matching-benchmark
	benchmarks/.venv/bin/python benchmarks/peers/bench.py --program benchmarks/.build/release/matching-benchmark \
	  --persons $(PERSONS) --travellers $(TRAVELLERS)

# Fuzzes the feed parsers, 60 seconds each; TARGET=EDIFACT SECONDS=3600 for one of them, longer.
SECONDS = 60
fuzz: setup
	sh scripts/fuzz.sh $(SECONDS) $(TARGET)

clean:
	rm -rf .build out
