#!/usr/bin/env bash
# Playwright's `page.addStyleTag({ content })` never ends in a page whose JavaScript is off.
#
# One would guess: it adds the style, as `page.evaluate`, which runs there too, can; or it fails after a time, as other calls do.
# What happens: the style is added and applies, and the call waits for the element's `load`, which no page without scripts tells its
# listeners. No timeout of Playwright's ends it, so that only the test's own does, without a word about where.
# Seen with: playwright-core 1.63.0, Chromium 156.0.8078.108 on Debian 12.
# Who is hurt: tests of what a page is without scripts. `page.evaluate` with a `<style>` of one's own works.
# Looks for CHROME_PATH, chromium, google-chrome and chrome; without any of them nothing is tried.
set -euo pipefail
export npm_config_loglevel=error npm_config_audit=false npm_config_fund=false
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
browser=$(command -v "${CHROME_PATH:-none}" chromium google-chrome chrome | head -n 1 || true)
[ -n "$browser" ] || { echo 'No Chromium was found, so nothing was tried.'; exit 0; }
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent playwright-core@1.63.0 || exit 2
cat > style.mjs <<'JS'
import process from 'node:process'
import { chromium } from 'playwright-core'

const browser = await chromium.launch({ executablePath: process.argv[2], chromiumSandbox: process.getuid?.() !== 0 })
console.log(`Chromium ${browser.version()}`)
const outcomes = []
for (const javaScriptEnabled of [true, false]) {
  const page = await (await browser.newContext({ javaScriptEnabled })).newPage()
  page.setDefaultTimeout(2000)
  await page.setContent('<p>Text</p>')
  const added = page.addStyleTag({ content: 'p { color: rgb(1, 2, 3) }' }).then(() => 'ends', ({ name }) => name)
  const outcome = await Promise.race([added, new Promise(resolve => setTimeout(resolve, 8000, 'does not end'))])
  const colour = await page.evaluate(() => getComputedStyle(document.querySelector('p')).color)
  outcomes.push(outcome)
  console.log(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}, timeout 2 s: after 8 s the call ${outcome}; the style applies: ${colour === 'rgb(1, 2, 3)'}`)
}
console.log('Guessed: it ends twice, or the second time with a TimeoutError.')
await browser.close()
process.exitCode = outcomes.join() === 'ends,does not end' ? 0 : 1
JS
node style.mjs "$browser" || exit 1
