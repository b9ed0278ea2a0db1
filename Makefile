# Everything that is done to this package, by name. `make help` lists it.

SHELL := /bin/bash
PREFIX ?= /usr/local
# Where `make install` takes the built files from.
BUILD ?= .build/release
VERSION := $(shell sed -n 's/^let programVersion = "\(.*\)"/\1/p' \
  Sources/AdminCLI/Commands/VersionCommand.swift)
SOURCES := Sources Tests Package.swift $(wildcard Benchmarks)
# Swift's runtime is linked in. For the program all else is too: see `programLinks` in Package.swift.
RELEASE := -c release --static-swift-stdlib
ONE_FILE := IAMCTL_LINK=static swift build $(RELEASE) --disable-local-rpath

.PHONY: all
all: lint test build bench ## lint, test, build and bench

.PHONY: help
help: ## This list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort | expand -t 12

.PHONY: deps
deps: ## Install the headers of the three C libraries where they are missing
	@.ci/deps

.PHONY: build
build: deps ## The program as it is installed: .build/release/iamctl
	$(ONE_FILE) --product iamctl

# A service may load SQLite itself, and two copies in one process undo each other's file locks: the
# library uses the shared libraries of the machine and brings only the Swift runtime along.
.PHONY: library
library: deps ## The library for other programs: .build/release/libiam.so
	swift build $(RELEASE) --disable-local-rpath --product iam

.PHONY: demo
demo: build ## The whole story on a temporary database, narrated
	.build/release/iamctl demo

.PHONY: test
test: deps ## All tests
	swift build --build-tests
	swift test --skip-build
	@$(MAKE) --no-print-directory abi-test count-test

# Only what is compiled as it is released allocates as it is released. The program that makes the
# store need not be.
.PHONY: count-test
count-test: deps ## Checks that are answered from memory allocate nothing
	swift build --product iamctl
	swift build $(RELEASE) --product Benchmarks
	@Tests/CountTests/run .build/release .build/debug/iamctl

.PHONY: abi-test
abi-test: deps ## The library as other programs see it: C, Python and a service
	swift build --product iamctl
	swift build --product iam
	@Tests/ABITests/run .build/debug

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
bench: build ## Benchmarks beside what they are held against: one table, and bench.json
	swift build $(RELEASE) --product Benchmarks
	.build/release/Benchmarks

# Other engines come from the package index of Python into an environment of their own; what cannot
# be installed is skipped.
.PHONY: bench-peers
bench-peers: build ## The same with other engines beside it
	swift build $(RELEASE) --product Benchmarks
	.build/release/Benchmarks --peers .build/peers

# Folders below PREFIX.
BIN = $(DESTDIR)$(PREFIX)/bin
LIB = $(DESTDIR)$(PREFIX)/lib
INCLUDE = $(DESTDIR)$(PREFIX)/include
MAN = $(DESTDIR)$(PREFIX)/share/man/man1
BASH_COMPLETIONS = $(DESTDIR)$(PREFIX)/share/bash-completion/completions
ZSH_COMPLETIONS = $(DESTDIR)$(PREFIX)/share/zsh/site-functions
FISH_COMPLETIONS = $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d

.PHONY: install
install: build library install-program install-library ## Install all under PREFIX (/usr/local)

# Installs what is built; for packagers, and for the test of the library.
.PHONY: install-program
install-program:
	install -D -m 755 $(BUILD)/iamctl '$(BIN)/iamctl'
	install -d '$(MAN)' '$(BASH_COMPLETIONS)' '$(ZSH_COMPLETIONS)' '$(FISH_COMPLETIONS)'
	$(BUILD)/iamctl --lang en help --format man > '$(MAN)/iamctl.1'
	$(BUILD)/iamctl completion bash > '$(BASH_COMPLETIONS)/iamctl'
	$(BUILD)/iamctl completion zsh > '$(ZSH_COMPLETIONS)/_iamctl'
	$(BUILD)/iamctl completion fish > '$(FISH_COMPLETIONS)/iamctl.fish'

.PHONY: install-library
install-library:
	install -D -m 755 $(BUILD)/libiam.so '$(LIB)/libiam.so.1'
	ln -sf libiam.so.1 '$(LIB)/libiam.so'
	install -D -m 644 Sources/CIAM/iam.h '$(INCLUDE)/iam.h'
	install -d '$(LIB)/pkgconfig'
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@VERSION@|$(VERSION)|' Sources/CIAM/iam.pc.in \
	  > '$(LIB)/pkgconfig/iam.pc'

.PHONY: uninstall
uninstall: ## Remove what install put under PREFIX
	rm -f '$(BIN)/iamctl' '$(MAN)/iamctl.1' '$(BASH_COMPLETIONS)/iamctl' \
	  '$(ZSH_COMPLETIONS)/_iamctl' '$(FISH_COMPLETIONS)/iamctl.fish' '$(LIB)/libiam.so' \
	  '$(LIB)/libiam.so.1' '$(INCLUDE)/iam.h' '$(LIB)/pkgconfig/iam.pc'

.PHONY: clean
clean: ## Remove everything that was built
	rm -rf .build
