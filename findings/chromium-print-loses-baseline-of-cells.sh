#!/usr/bin/env bash
# Chromium prints small and large text of a table's row on two lines, where it may break pages.
#
# One would guess: `vertical-align: baseline` does on paper what it does on the screen.
# What happens: each cell's text begins at its top. In a box of `contain: size`, within which Chromium may not break, the row stands on one
# line.
# Seen with: Chromium 156.0.8078.108 of Debian 12, by playwright-core 1.63.0; read by pdfjs-dist 5.4.624.
# Who is hurt: who prints tables with two sizes or two scripts in a row, such as a deck with a slide on each page.
# More: nothing found.
# Looks for CHROMIUM_PATH, chromium and google-chrome; without any of them nothing is tried.
set -euo pipefail
export npm_config_loglevel=error npm_config_audit=false npm_config_fund=false
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
browser=$(command -v "${CHROMIUM_PATH:-none}" chromium google-chrome | head -n 1 || true)
[ -n "$browser" ] || { echo 'No Chromium was found, so nothing was tried.'; exit 0; }
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent playwright-core@1.63.0 pdfjs-dist@5.4.624 || exit 2
cat > print.mjs <<'JS'
import { chromium } from 'playwright-core'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

const browser = await chromium.launch({ executablePath: process.argv[2] })
console.log(`Chromium ${browser.version()}`)
const slide = '<div class="slide"><table><tr><td>small</td><td style="font-size: 40px">large</td></tr></table></div>'
const style = `@page { size: 640px 360px; margin: 0 } body { margin: 0 } td { vertical-align: baseline; font-size: 12px }
  .slide { width: 640px; height: 360px; break-after: page }`
async function apart(how) {
  const page = await browser.newPage()
  await page.setContent(`<style>${style} ${how}</style>${slide.repeat(3)}`)
  const pdf = await getDocument({ data: new Uint8Array(await page.pdf({ preferCSSPageSize: true })), verbosity: 0 }).promise
  const found = []
  for (let no = 1; no <= pdf.numPages; no++) {
    const { items } = await (await pdf.getPage(no)).getTextContent()
    const [small, large] = ['small', 'large'].map(text => items.find(({ str }) => str === text).transform[5])
    found.push(Math.round((small - large) * 96 / 72))
  }
  return found
}
const [plain, contained] = [await apart(''), await apart('.slide { contain: size }')]
await browser.close()
console.log(`pixels between the two lines, on three pages: ${plain.join(', ')}; with contain: size ${contained.join(', ')}`)
console.log('Guessed: 0 six times.')
process.exitCode = plain.every(apart => apart > 0) && contained.every(apart => apart === 0) ? 0 : 1
JS
node print.mjs "$browser" || exit 1
