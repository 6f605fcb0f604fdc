#!/usr/bin/env bash
# Beasties leaves rules of the root element out of the critical CSS, if they ask for a class, an attribute or a language.
#
# One would guess: what `html.dark`, `html[data-theme]`, `:root:lang(zh)` match in the document is critical, just as `html` and `:root`.
# What happens: only the bare words `html`, `:root` and `body` are kept. Any other selector is looked for among the descendants of the
# root element, where the root itself is not. A selector that consists of `:where()` or `:is()` alone is lost as well. No log line.
# Seen with: beasties 0.5.4.
# Who is hurt: themes and languages put their custom properties on the root (`html.dark { --paper: … }`). The first picture is painted
# without them: light instead of dark, or with another language's faces, until the whole stylesheet has come.
# More: seen with its predecessor, too: https://github.com/PlayForm/Inline/issues/167; the search:
# https://github.com/danielroe/beasties/blob/v0.4.3/packages/beasties/src/index.ts#L601
set -euo pipefail
export npm_config_loglevel=error npm_config_audit=false npm_config_fund=false
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent beasties@0.5.4 || exit 2
cat > inline.mjs <<'JS'
import { writeFileSync } from 'node:fs'
import Beasties from 'beasties'

// Each of them matches an element of the page below; true where Beasties keeps it.
const stated = {
  'html': true,
  ':root': true,
  'html.dark p': true,
  'body.wide': true,
  'main :where(p)': true,
  'html.dark': false,
  'html[lang]': false,
  ':root:lang(zh)': false,
  ':where(p)': false,
  ':is(p, li)': false,
}
writeFileSync('page.css', Object.keys(stated).map((selector, index) => `${selector}{--n:rule${index}}`).join('\n'))
const page = '<!doctype html><html lang="zh" class="dark"><head><link rel="stylesheet" href="/page.css"></head>'
  + '<body class="wide"><main><p>Words</p></main></body></html>'
const inlined = await new Beasties({ path: '.', logLevel: 'warn', reduceInlineStyles: false }).process(page)
for (const [index, [selector, expected]] of Object.entries(stated).entries()) {
  const kept = new RegExp(`rule${index}\\b`).test(inlined)
  console.log(`${kept ? 'kept' : 'lost'}  ${selector}`)
  if (kept !== expected)
    process.exitCode = 1
}
console.log('Guessed: all are kept.')
JS
node inline.mjs
