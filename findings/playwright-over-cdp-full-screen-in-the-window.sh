#!/usr/bin/env bash
# Playwright: in a browser that it joined over CDP a page's full screen is no larger than its window.
#
# One would guess: `connectOverCDP` joins a browser as it is, and what a page does on its own goes on as without a guest.
# What happens: Playwright lets each page believe that it has the focus (`Emulation.setFocusEmulationEnabled`), for which Chromium counts the
# page as being captured; and the full screen of a captured page fills its window instead of the screen. `fullscreenElement` is set, no
# error is raised, and the window stays as it was. With `noDefaults: true` it fills the screen.
# Seen with: playwright-core 1.63.0, Chromium 156 on Debian 12, openbox 3.6.1.
# Who is hurt: who helps with a real browser, places its windows for a talk, or tests a player: full screen "works" and nobody sees it.
# Needs chromium, Xvfb, openbox and xdotool; without any of them nothing is tried.
set -euo pipefail
for program in chromium Xvfb openbox xdotool; do
  command -v "$program" > /dev/null || { echo "No $program was found, so nothing was tried."; exit 0; }
done
work=$(mktemp -d)
trap 'kill $(jobs -p) 2> /dev/null || true; sleep 1; rm -rf "$work"' EXIT
mkdir -m 700 "$work/run"
export HOME="$work" XDG_RUNTIME_DIR="$work/run" npm_config_audit=false npm_config_fund=false npm_config_loglevel=error
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --ignore-scripts playwright-core@1.63.0
Xvfb -displayfd 1 -screen 0 1280x800x24 -nolisten tcp > display 2> /dev/null &
for _ in $(seq 100); do [ -s display ] && break; sleep 0.1; done
export DISPLAY=":$(cat display)"
openbox --sm-disable > /dev/null 2>&1 &
cat > page.html <<'HTML'
<!doctype html><title>page</title><script>addEventListener('keydown', () => document.body.requestFullscreen())</script><body>page
HTML
# Its sandbox cannot be had by root.
sandbox=$([ "$(id -u)" = 0 ] && echo --no-sandbox || true)
chromium $sandbox --user-data-dir="$work/profile" --remote-debugging-port=0 --no-first-run --window-size=800,600 \
  --new-window "file://$work/page.html" > /dev/null 2>&1 &
for _ in $(seq 200); do [ -s profile/DevToolsActivePort ] && break; sleep 0.1; done
cat > ask.mjs <<'JS'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'

const port = readFileSync('profile/DevToolsActivePort', 'utf8').split('\n')[0]
const wait = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds))
async function widthInFullScreen(options) {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, options)
  const page = browser.contexts()[0].pages().find(page => page.url().startsWith('file:'))
  await page.bringToFront()
  execFileSync('xdotool', ['mousemove', '300', '400', 'click', '1', 'key', 'a'])
  await page.waitForFunction(() => document.fullscreenElement)
  await wait(1500)
  const width = await page.evaluate(() => innerWidth)
  await page.evaluate(() => document.exitFullscreen())
  await wait(1000)
  await browser.close()
  return width
}
const [usual, without] = [await widthInFullScreen({}), await widthInFullScreen({ noDefaults: true })]
console.log(`playwright-core 1.63.0: on a screen of 1280 pixels, in a window of 800, full screen is ${usual} pixels wide`)
console.log(`with noDefaults: true it is ${without}`)
if (usual >= 1280 || without !== 1280)
  throw new Error('That is not what was seen before.')
JS
node ask.mjs
