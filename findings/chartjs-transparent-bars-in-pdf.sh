#!/usr/bin/env bash
# Bars that Chart.js draws in `transparent` are shapes in the printed PDF all the same.
#
# One would guess: `backgroundColor: 'transparent'` on a bar, a common way to lift a bar off the axis or to draw it by a plugin, puts
# nothing on paper, as on the screen.
# What happens: Chart.js fills the rectangle with that colour, and Chromium writes it into the PDF as a black rectangle with an alpha of
# 0, where the canvas is printed as shapes. A dataset that is hidden leaves none.
# Seen with: chart.js 4.5.1, Chromium 156.0.8078.108 and its headless shell on Debian 12; read by pdfjs-dist 5.4.624.
# Who is hurt: who opens the PDF to reuse the chart: shapes that nobody sees lie over the others and are selected with them; a
# program that knows no alpha would paint them black.
# More: nothing found.
# Looks for CHROME_PATH, chromium, chromium-headless-shell and google-chrome; without any of them nothing is tried.
set -euo pipefail
export npm_config_loglevel=error npm_config_audit=false npm_config_fund=false
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
browser=$(command -v "${CHROME_PATH:-none}" chromium chromium-headless-shell google-chrome | head -n 1 || true)
[ -n "$browser" ] || { echo 'No Chromium was found, so nothing was tried.'; exit 0; }
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent chart.js@4.5.1 pdfjs-dist@5.4.624 || exit 2
cat > page.html <<'HTML'
<!doctype html><title>Bars</title><canvas id="canvas" width="400" height="200"></canvas>
<script src="node_modules/chart.js/dist/chart.umd.js"></script>
<script>
const looks = { '#red': { backgroundColor: 'red' }, '#transparent': { backgroundColor: 'transparent' }, '#hidden': { hidden: true } }
const off = { display: false }
const chart = new Chart(canvas, {
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ data: [1, 2, 3], ...looks[location.hash] }] },
  options: { responsive: false, animation: false, plugins: { legend: off, tooltip: { enabled: false } }, scales: { x: off, y: off } },
})
addEventListener('beforeprint', () => chart.draw())
</script>
HTML
cat > read.mjs <<'JS'
import { readFileSync } from 'node:fs'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

const pdf = await getDocument({ data: new Uint8Array(readFileSync('page.pdf')), verbosity: 0 }).promise
const { argsArray, fnArray } = await (await pdf.getPage(1)).getOperatorList()
const fills = [OPS.fill, OPS.eoFill]
console.log(fnArray.filter((operator, index) => operator === OPS.constructPath && fills.includes(argsArray[index][0])).length)
JS
flags=(--headless --disable-gpu --no-pdf-header-footer "--user-data-dir=$work/profile" "--print-to-pdf=$work/page.pdf")
[ "$(id -u)" != 0 ] || flags+=(--no-sandbox)
echo "$(basename "$browser") $("$browser" --version 2> /dev/null | grep -oE '[0-9]+(\.[0-9]+){3}')"
counts=()
for look in red transparent hidden; do
  "$browser" "${flags[@]}" "file://$work/page.html#$look" > log 2>&1 || { cat log; exit 2; }
  counts+=("$(node read.mjs)")
done
echo "filled shapes in the PDF: ${counts[0]} of red bars, ${counts[1]} of transparent ones, ${counts[2]} of a hidden dataset"
echo 'Guessed: 3, 0, 0.'
[ "${counts[*]}" = '3 3 0' ]
