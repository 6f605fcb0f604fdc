#!/usr/bin/env bash
# Chart.js keeps room around a line chart for points that it does not draw, and none for some that it draws.
#
# One would guess: `layout.autoPadding` makes room for what is visible, as its documentation says: no points, no room.
# What happens: it asks for the radius of the first and the last point. A hidden dataset, `pointStyle: false` (nothing is drawn) and
# data that are all null shrink the plot as much as drawn points. A big point in the middle, at the top, gets no room, and is cut.
# Seen with: chart.js 4.5.1, drawn by @napi-rs/canvas 0.1.80.
# Who is hurt: charts that lie above each other, or beside labels placed by hand: a series that nobody sees moves the plot.
# More: https://github.com/chartjs/Chart.js/issues/10394 (room for hover);
# https://github.com/chartjs/Chart.js/blob/v4.5.1/src/controllers/controller.line.js#L133
set -euo pipefail
export npm_config_loglevel=error npm_config_audit=false npm_config_fund=false
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent chart.js@4.5.1 @napi-rs/canvas@0.1.80 || exit 2
cat > draw.mjs <<'JS'
import { createCanvas } from '@napi-rs/canvas'
import { Chart, registerables } from 'chart.js'

Chart.register(...registerables)

/** Pixels that are kept free at the left of the plot, and whether the upper edge cuts through a point. */
function drawn(dataset) {
  const canvas = createCanvas(400, 200)
  const chart = new Chart(canvas, {
    type: 'line',
    data: { labels: ['a', 'b', 'c'], datasets: [{ data: [0, 10, 0], borderWidth: 0, ...dataset }] },
    options: { responsive: false, animation: false, plugins: { legend: { display: false } },
      scales: { x: { display: false }, y: { display: false } } },
  })
  const edge = canvas.getContext('2d').getImageData(0, 0, 400, 1).data.filter((_, index) => index % 4 === 3)
  return { room: chart.chartArea.left, cut: edge.filter(alpha => alpha > 0).length > 20 }
}

const stated = [
  ['points of radius 20', { pointRadius: 20 }, 20, false],
  ['the dataset is hidden', { pointRadius: 20, hidden: true }, 20, false],
  ['pointStyle false', { pointRadius: 20, pointStyle: false }, 20, false],
  ['all values null', { pointRadius: 20, data: [null, null, null] }, 20, false],
  ['only the middle point has a radius', { pointRadius: [0, 20, 0], clip: false }, 0, true],
]
for (const [what, dataset, room, cut] of stated) {
  const seen = drawn(dataset)
  console.log(`${what}: ${seen.room} pixels kept free${seen.cut ? ', and the point is cut by the edge' : ''}`)
  if (seen.room !== room || seen.cut !== cut)
    process.exitCode = 1
}
console.log('Guessed: about 20, 0, 0, 0, 20; nothing is cut.')
JS
node draw.mjs
