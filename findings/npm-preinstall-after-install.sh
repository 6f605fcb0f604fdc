#!/usr/bin/env bash
# The root project's `preinstall` runs when everything has been installed.
#
# One would guess: "preinstall" comes before the install, so that a guard there ("this Node is too old", "use another package
# manager") can still stop it.
# What happens: npm 7 to 11 fetch and unpack all packages first, and run their own install scripts; then comes the root's
# `preinstall`. npm 12 runs it first. pnpm 9 to 11 are late, too, and pnpm 12 is not.
# Seen with: npm 10.8.3, 11.19.1, 12.2.2; pnpm 10.34.0, 12.21.0; all on Node 24.21.0.
# Who is hurt: whoever relies on the guard. It speaks after minutes of download, below the warnings and errors that it was meant to
# explain, and the packages that it should have kept out are there.
# More: https://github.com/npm/cli/issues/2660 and https://github.com/npm/cli/pull/9267 (npm 12)
set -euo pipefail
export npm_config_loglevel=error npm_config_audit=false npm_config_fund=false
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
changed=0

# with TOOL@VERSION EXPECTED COMMAND...: installs one package, and says when the root's preinstall ran
with() {
  local tool=$1 expected=$2 seen
  shift 2
  rm -rf project && mkdir project && cd project
  cat > order.cjs <<'JS'
const { existsSync, writeFileSync } = require('node:fs')
writeFileSync('seen', existsSync('node_modules/ms/package.json') ? 'after' : 'before')
JS
  cat > package.json <<'JSON'
{ "name": "guarded", "version": "1.0.0", "private": true, "scripts": { "preinstall": "node order.cjs" }, "dependencies": { "ms": "2.1.3" } }
JSON
  npx -y -p node@24.21.0 -p "$tool" "$@" > ../log 2>&1 || { cat ../log; exit 2; }
  seen=$(cat seen)
  cd ..
  echo "$tool: preinstall ran $seen the packages were there (stated: $expected)"
  [ "$seen" = "$expected" ] || changed=1
}

with npm@10.8.3 after npm install
with npm@11.19.1 after npm install
with npm@12.2.2 before npm install
with pnpm@10.34.0 after pnpm install --store-dir "$work/store"
with pnpm@12.21.0 before pnpm install --store-dir "$work/store"
echo 'Guessed: before, with each of them.'
exit "$changed"
