#!/usr/bin/env bash
# Playwright makes pages of a PDF too small when it prints in Firefox: inches are taken for centimetres.
#
# One would guess: `page.pdf({ format: 'A4' })` gives a page of 210 by 297 mm, in Firefox as in Chromium.
# What happens: it is 83 by 117 mm. Playwright's sizes are in inches, those of WebDriver BiDi in centimetres, and nothing is converted;
# so with margins. A style sheet that sets the size of its pages is not hurt, with `preferCSSPageSize`.
# Seen with: playwright-core 1.63.0 (channel moz-firefox), Firefox ESR 153.8 on Debian 12; read by pdfjs-dist 5.4.624.
# Who is hurt: whoever prints for paper of a size, and compares pages of two browsers. Multiply by 2.54 there.
# More: nothing found.
# Looks for FIREFOX_PATH, firefox-esr and firefox; without any of them nothing is tried.
set -euo pipefail
export npm_config_loglevel=error npm_config_audit=false npm_config_fund=false
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
browser=$(command -v "${FIREFOX_PATH:-none}" firefox-esr firefox | head -n 1 || true)
[ -n "$browser" ] || { echo 'No Firefox was found, so nothing was tried.'; exit 0; }
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent playwright-core@1.63.0 pdfjs-dist@5.4.624 || exit 2
cat > print.mjs <<'JS'
import { firefox } from 'playwright-core'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

const browser = await firefox.launch({ channel: 'moz-firefox', executablePath: process.argv[2] })
const page = await browser.newPage()
await page.setContent('<p>A page</p>')
const bytes = await page.pdf({ format: 'A4' })
console.log(`playwright-core 1.63.0, Firefox ${browser.version()}`)
await browser.close()
const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 25.4 / 72 })
console.log(`A4 is ${Math.round(width)} by ${Math.round(height)} mm`)
console.log('Guessed: 210 by 297 mm.')
process.exitCode = Math.abs(height - 297 / 2.54) < 1 ? 0 : 1
JS
node print.mjs "$browser" || exit 1
