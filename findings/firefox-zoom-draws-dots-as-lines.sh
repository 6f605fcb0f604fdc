#!/usr/bin/env bash
# Firefox draws dots of an SVG path as long lines where CSS `zoom` is on.
#
# One would guess: `M20 20h0` with round caps is a dot, and under `zoom: 0.5` one of half the size in half the distance.
# What happens: a stroke leads from the zoomed place of the dot to the place that is not zoomed. So with each way to write a stroke of no
# length (`h0`, `l0 0`, `L20 20`, `z`); one of a hundredth of a pixel, `h.01`, is a dot as guessed. Chromium draws both as dots.
# Seen with: Firefox ESR 153.8 on Debian 12, by playwright-core 1.63.0 (channel moz-firefox).
# Who is hurt: charts of many dots, which are small as one path, on pages that zoom, such as sheets with a smaller slide.
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
npm install --silent playwright-core@1.63.0 pngjs@7.0.0 || exit 2
cat > draw.mjs <<'JS'
import { firefox } from 'playwright-core'
import { PNG } from 'pngjs'

const browser = await firefox.launch({ channel: 'moz-firefox', executablePath: process.argv[2] })
console.log(`Firefox ${browser.version()}`)
const page = await browser.newPage({ viewport: { width: 400, height: 100 } })
const inked = async (stroke) => {
  const path = `<path d="M200 40${stroke}M400 40${stroke}" stroke="#000" stroke-width="8" stroke-linecap="round"/>`
  await page.setContent(`<body style="margin: 0"><div style="zoom: 0.5"><svg width="800" height="100">${path}</svg></div>`)
  const { data } = PNG.sync.read(await page.screenshot())
  let count = 0
  for (let at = 0; at < data.length; at += 4)
    count += data[at] < 128 ? 1 : 0
  return count
}
const [none, little] = [await inked('h0'), await inked('h.01')]
await browser.close()
console.log(`two dots of 4 pixels across: ${little} dark pixels as "h.01", ${none} as "h0"`)
console.log('Guessed: some 25 for both.')
process.exitCode = little > 10 && little < 40 && none > 200 ? 0 : 1
JS
node draw.mjs "$browser" || exit 1
