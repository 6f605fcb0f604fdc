#!/usr/bin/env bash
# A line chart of Chart.js lays its plot out anew at the first `update()`, although nothing has changed.
#
# One would guess: `chart.update()` with the same data and options leaves every point where it is.
# What happens: around a line chart without axes Chart.js keeps half of the line's width free (`layout.autoPadding`), so that thick lines
# are not cut. When the chart is built, the line has no options yet, and its width counts as 0; from the second pass on it counts.
# Without points (they would hide it, since half a point is more), the plot of a sparkline jumps by 1.5 pixels, with a line of
# 20 by 10.
# Seen with: chart.js 4.5.1, drawn by @napi-rs/canvas 0.1.80.
# Who is hurt: whoever places marks or labels by `chart.chartArea` or the scales after building, or compares pictures: the first
# picture differs from all later ones, and the line of the first one is cut at the edges.
# More: https://github.com/chartjs/Chart.js/blob/v4.5.1/src/controllers/controller.line.js#L128; the way around it: autoPadding false.
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

/** Where the plot begins, pixels: when built, and after two updates without a change. */
function lefts(dataset, layout = {}) {
  const chart = new Chart(createCanvas(400, 200), {
    type: 'line',
    data: { labels: ['a', 'b', 'c'], datasets: [{ data: [0, 5, 10], pointRadius: 0, ...dataset }] },
    options: { responsive: false, animation: false, layout, plugins: { legend: { display: false } },
      scales: { x: { display: false }, y: { display: false } } },
  })
  const built = chart.chartArea.left
  chart.update()
  const second = chart.chartArea.left
  chart.update()
  return [built, second, chart.chartArea.left].join(', ')
}

const stated = [
  ['no points', lefts({}), '0, 1.5, 1.5'],
  ['no points, a line of 20', lefts({ borderWidth: 20 }), '0, 10, 10'],
  ['the same without autoPadding', lefts({ borderWidth: 20 }, { autoPadding: false }), '0, 0, 0'],
]
for (const [what, seen, expected] of stated) {
  console.log(`${what}: the plot begins at ${seen}`)
  if (seen !== expected)
    process.exitCode = 1
}
console.log('Guessed: three times the same number.')
JS
node draw.mjs
