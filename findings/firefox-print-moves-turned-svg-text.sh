#!/usr/bin/env bash
# Firefox prints turned text of an SVG further away on each page, where a grid hides what reaches over its edge.
#
# One would guess: each page prints its drawing as the screen shows it.
# What happens: in a grid of `overflow: hidden` that goes over several pages, text with a `transform` stands 24 pixels away on the
# second page, 48 on the third. In a block, or with `overflow: visible` or `clip`, it stays. On pages with more on them texts are lost, too.
# Seen with: Firefox ESR 153.8 on Debian 12, by playwright-core 1.63.0 (channel moz-firefox); read by pdfjs-dist 5.4.624.
# Who is hurt: printed charts with a title along their axis; Slidev's print page is such a grid.
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
console.log(`Firefox ${browser.version()}`)
const text = '<text transform="rotate(-90 30 300)" x="30" y="300">turned</text>'
const slide = `<div class="slide"><h1>Slide</h1><svg width="1000" height="500">${text}</svg></div>`
const style = `@page { size: 1280px 720px; margin: 0 } body { margin: 0 }
  .slide { position: relative; height: 720px; overflow: hidden; break-after: page }`
async function places(how) {
  const page = await browser.newPage()
  await page.setContent(`<style>${style}</style><div style="${how}">${slide.repeat(3)}</div>`)
  const pdf = await getDocument({ data: new Uint8Array(await page.pdf({ preferCSSPageSize: true })), verbosity: 0 }).promise
  const found = []
  for (let no = 1; no <= pdf.numPages; no++) {
    const { items } = await (await pdf.getPage(no)).getTextContent()
    found.push(Math.round(items.find(({ str }) => str.startsWith('turned'))?.transform[4] * 96 / 72))
  }
  return found
}
const [block, grid] = [await places('overflow: hidden'), await places('display: grid; overflow: hidden')]
await browser.close()
console.log(`pixels from the left, on three pages: ${block.join(', ')} in a block, ${grid.join(', ')} in a grid`)
console.log('Guessed: the same six times.')
process.exitCode = new Set(block).size === 1 && grid[1] > grid[0] && grid[2] > grid[1] ? 0 : 1
JS
node print.mjs "$browser" || exit 1
