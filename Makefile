# Everything that is done to this package, by name. `make help` lists it.

SHELL := /bin/bash
PREFIX ?= /usr/local
SOURCES := Sources Tests Package.swift $(wildcard Benchmarks)
# The Swift runtime and the C libraries are linked in: the program starts faster and installs as
# one file. The descriptions in .ci/static name the archives in place of the shared libraries.
RELEASE := -c release --static-swift-stdlib
STATIC := PKG_CONFIG_PATH='$(CURDIR)/.ci/static'

.PHONY: all
all: lint test build bench ## lint, test, build and bench

.PHONY: help
help: ## This list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort | expand -t 12

.PHONY: deps
deps: ## Install the headers of the three C libraries where they are missing
	@.ci/deps

.PHONY: build
build: deps ## The program as it is installed: .build/release/iamctl
	$(STATIC) swift build $(RELEASE) --product iamctl

.PHONY: demo
demo: build ## The whole story on a temporary database, narrated
	.build/release/iamctl demo

.PHONY: test
test: deps ## All tests
	swift build --build-tests
	swift test --skip-build

.PHONY: tidy
tidy: deps ## The rules on sizes, dependencies and words alone
	swift test --filter TidyTests

.PHONY: lint
lint: docs ## Format, warnings and documentation
	swift format lint --strict --recursive $(SOURCES)

.PHONY: docs
docs: deps ## The documentation of both libraries: .build/docs
	swift build
	@.ci/docs

.PHONY: bench
bench: deps ## Benchmarks: counts are gated, times are reported
ifneq ($(wildcard Benchmarks),)
	$(STATIC) swift run $(RELEASE) Benchmarks
else
	@echo 'no benchmarks yet'
endif

.PHONY: install
install: build ## Install the program under PREFIX (/usr/local)
	install -D -m 755 .build/release/iamctl '$(DESTDIR)$(PREFIX)/bin/iamctl'

.PHONY: clean
clean: ## Remove everything that was built
	rm -rf .build
