# Hub Tasking: every command a developer needs. Each one does its own set-up and installs nothing twice.
#
#   make run     opens the application on the sample hub (make run DATA=folder opens another)
#   make test    runs every test: Rust, UI, and the real window on one monitor and on two
#   make check   says whether formats, lints, types and layers are good, without opening a window
#   make fix     makes formats and lints good where a tool can, and writes contract.ts anew
#   make pictures makes the two pictures of the README anew, from the sample hub
#   make bench   prints how long the shipped program takes, each figure beside its limit
#   make sbom    writes the software bill of materials, target/hub-tasking.cdx.json
#   make release builds the program so that the same commit gives the same bytes, and prints its SHA-256
#   make soak    runs the long versions of the tests of trust: kills, power cuts, refusals of the disk, alterations, damage

SHELL := /bin/bash
export PATH := $(CURDIR)/tools/bin:$(PATH)

DATA ?= $(or $(XDG_DATA_HOME),$(HOME)/.local/share)/hub-tasking-sample
PROGRAM := target/debug/hub-tasking

.PHONY: run test check fix pictures bench sbom release soak setup-run setup-test ui

run: setup-run ui
	@cargo build --package hub-tasking
	@tests/setup/open-sample.sh "$(PROGRAM)" "$(DATA)"

test: setup-test
	@tests/setup/every-test.sh

check: setup-test ui
	cargo fmt --all --check
	cargo clippy --workspace --all-targets -- --deny warnings
	cd ui && npm run --silent lint && npm run --silent check
	cargo nextest run --workspace -E "binary(layers)"

fix: setup-test ui
	cargo fmt --all
	cargo clippy --workspace --all-targets --fix --allow-dirty --allow-staged
	WRITE_CONTRACT=1 cargo test --quiet --package desk --lib contract
	cd ui && npm run --silent lint -- --fix

pictures: setup-test ui
	@cargo build --quiet --package hub-tasking
	@cargo run --quiet --package acceptance --example pictures

bench: setup-test ui
	@cargo build --release --quiet --package hub-tasking --package papers --bins --example render
	@HUB_TASKING_PROGRAM=$(CURDIR)/target/release/hub-tasking cargo run --quiet --package acceptance --example bench
	@tests/setup/peers.sh
	@python3 tests/peers/measure.py target/release/hub-tasking-cli

sbom:
	@tests/setup/bill-of-materials.py

release: setup-run
	@tests/setup/release.sh

soak: setup-test
	@HUB_TASKING_KILLS=1000 HUB_TASKING_POWER_CUTS=5000 HUB_TASKING_REFUSALS=1000000 HUB_TASKING_ALTERATIONS=10000 \
	 HUB_TASKING_DRILLS=1000 HUB_TASKING_MODELS=3000 HUB_TASKING_REQUESTS=10000 cargo nextest run --profile soak --cargo-profile soak \
	 --lib --test kills --test faults --test drill --test damage --test bad_input --test odd_models \
	 -E "binary(kills) or binary(faults) or binary(drill) or binary(bad_input) or binary(odd_models) or test(alterations) or test(small_files)"

setup-run:
	@tests/setup/system-packages.sh run
	@tests/setup/tools.sh run

setup-test:
	@tests/setup/system-packages.sh test
	@tests/setup/tools.sh test

ui:
	@tests/setup/ui.sh
