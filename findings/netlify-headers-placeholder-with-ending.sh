#!/usr/bin/env bash
# A rule for PDFs at the root of a site is a rule for all that lies there.
#
# One would guess: in a `_headers` file of Netlify, `/:name.pdf` is about files that end in `.pdf`.
# What happens: a part that begins with a colon is any part, whatever follows: the rule is about `/sw.js` and `/9/`, too.
# Seen with: @netlify/headers-parser 9.0.3.
# Who is hurt: who lets browsers keep PDFs for an hour: pages and service workers are kept with them.
set -euo pipefail
export npm_config_loglevel=error npm_config_audit=false npm_config_fund=false
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent @netlify/headers-parser@9.0.3 || exit 2
printf '/:name.pdf\n  Cache-Control: public, max-age=3600\n' > _headers
cat > try.mjs <<'JS'
import { readFileSync } from 'node:fs'
import { parseAllHeaders } from '@netlify/headers-parser'

const { version } = JSON.parse(readFileSync('node_modules/@netlify/headers-parser/package.json', 'utf8'))
const { headers } = await parseAllHeaders({ headersFiles: ['_headers'], configHeaders: [], minimal: false })
const matches = path => headers.some(({ forRegExp }) => forRegExp.test(path))
const paths = ['/talk.pdf', '/sw.js', '/9/', '/9/a.pdf']
const seen = paths.filter(matches)
console.log(`@netlify/headers-parser ${version}, "/:name.pdf"`)
console.log(`  guessed to be about: /talk.pdf`)
console.log(`  seen to be about: ${seen.join(', ')}`)
process.exit(seen.join() === '/talk.pdf,/sw.js,/9/' ? 0 : 1)
JS
node try.mjs
