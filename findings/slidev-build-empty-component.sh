#!/usr/bin/env bash
# `slidev build` succeeds with components that do not exist, and with layouts that do not exist.
#
# One would guess: a production build stops at `<Figgure />` when there is no such component, or at least names it; and it stops at an
# unknown layout, too.
# What happens: exit code 0. Of the component nothing is said: the slide's script looks it up by name in the browser, where a
# production Vue puts an empty, unknown element and is silent as well. The unknown layout is told on the way, among what the build
# prints in passing, and the slide gets the default layout.
# Seen with: @slidev/cli 52.20.1, @slidev/theme-default 0.25.0, vue 3.5.42.
# Who is hurt: whoever builds in CI and trusts a green run: a chart that was renamed is a hole in the published deck.
# More: exit code 0 after a failure, of another kind: https://github.com/slidevjs/slidev/issues/2122
set -euo pipefail
export npm_config_loglevel=error npm_config_audit=false npm_config_fund=false
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent @slidev/cli@52.20.1 @slidev/theme-default@0.25.0 vue@3.5.42 || exit 2
cat > slides.md <<'MD'
---
title: Holes
fonts:
  provider: none
---

# First

---
layout: no-such-layout
---

# Second

---

# Third

<NoSuchComponent />
MD
code=0
npx slidev build slides.md --base / > log 2>&1 < /dev/null || code=$?
looked_up=$(grep -rl 'NoSuchComponent' dist/assets --include='*.js' | wc -l | tr -d ' ')
names_component=$(grep -c 'NoSuchComponent' log || true)
names_layout=$(grep -c 'no-such-layout' log || true)
echo "exit code of the build: $code (guessed: not 0)"
echo "lines that name the component: $names_component (guessed: 1 or more)"
echo "lines that name the layout: $names_layout"
echo "built scripts that look the component up by name: $looked_up"
[ "$code" = 0 ] && [ "$names_component" = 0 ] && [ "$names_layout" -gt 0 ] && [ "$looked_up" -gt 0 ]
