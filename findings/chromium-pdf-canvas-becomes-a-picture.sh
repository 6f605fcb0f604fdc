#!/usr/bin/env bash
# Chromium prints a canvas as a picture, unless the page clears and draws it anew while `beforeprint` is handled.
#
# One would guess: what was drawn on a canvas is printed in one way; either always as a picture, or always as shapes and text.
# What happens: left alone, it is a picture, without text. Drawn anew in `beforeprint`, from a clear canvas, it is shapes, and its
# words can be searched and copied. Drawn over without clearing, or in the next animation frame, it is a picture again.
# Seen with: Chromium 156.0.8078.108 and its headless shell on Debian 12; read by pdfjs-dist 5.4.624.
# Who is hurt: charts on a canvas print blurred, and read as nothing; one line would mend it, if it is the right one.
# More: reports without this way out: https://github.com/chartjs/Chart.js/issues/9691, https://github.com/puppeteer/puppeteer/issues/3910
# Looks for CHROME_PATH, chromium, chromium-headless-shell and google-chrome; without any of them nothing is tried.
set -euo pipefail
export npm_config_loglevel=error npm_config_audit=false npm_config_fund=false
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
browser=$(command -v "${CHROME_PATH:-none}" chromium chromium-headless-shell google-chrome | head -n 1 || true)
[ -n "$browser" ] || { echo 'No Chromium was found, so nothing was tried.'; exit 0; }
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent pdfjs-dist@5.4.624 || exit 2
cat > page.html <<'HTML'
<!doctype html><title>Canvas</title><canvas id="canvas" width="300" height="60"></canvas>
<script>
const context = canvas.getContext('2d')
const write = () => { context.font = '20px sans-serif'; context.fillText('label', 10, 30) }
const redraw = () => { context.clearRect(0, 0, 300, 60); write() }
const handlers = { '#redraw': redraw, '#over': write, '#later': () => requestAnimationFrame(redraw) }
write()
if (location.hash)
  addEventListener('beforeprint', handlers[location.hash])
</script>
HTML
cat > read.mjs <<'JS'
import { readFileSync } from 'node:fs'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

const pdf = await getDocument({ data: new Uint8Array(readFileSync('page.pdf')), verbosity: 0 }).promise
const page = await pdf.getPage(1)
const { items } = await page.getTextContent()
const { fnArray } = await page.getOperatorList()
const picture = fnArray.includes(OPS.paintImageXObject) ? 'a picture' : 'no picture'
const text = items.some(({ str }) => str === 'label') ? 'text' : 'no text'
console.log(`${picture}, ${text}`)
JS
flags=(--headless --disable-gpu --no-pdf-header-footer "--user-data-dir=$work/profile" "--print-to-pdf=$work/page.pdf")
[ "$(id -u)" != 0 ] || flags+=(--no-sandbox)
changed=0
try() {
  "$browser" "${flags[@]}" "file://$work/page.html$1" > log 2>&1 || { cat log; exit 2; }
  local seen
  seen=$(node read.mjs)
  echo "$2: $seen"
  [ "$seen" = "$3" ] || { echo "  stated: $3"; changed=1; }
}
echo "$(basename "$browser") $("$browser" --version 2> /dev/null | grep -oE '[0-9]+(\.[0-9]+){3}')"
try '' 'nothing in beforeprint' 'a picture, no text'
try '#redraw' 'cleared and drawn anew in beforeprint' 'no picture, text'
try '#over' 'drawn over in beforeprint' 'a picture, no text'
try '#later' 'cleared and drawn anew in the next frame' 'a picture, no text'
exit "$changed"
