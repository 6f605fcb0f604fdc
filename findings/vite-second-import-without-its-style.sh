#!/usr/bin/env bash
# In a build of Vite, the second `import()` of a module that is still on its way does not wait for the module's style sheet.
#
# One would guess: each `import()` of a module with styles resolves when they are there, as the first one does.
# What happens: the first one waits; one that comes before the sheet has loaded finds its link in the page and resolves at once, so that
# what it shows stands without styles until the sheet arrives.
# Seen with: vite 8.3.0, Chromium 156.0.8078.108 on Debian 12, by playwright-core 1.63.0.
# Who is hurt: whoever fetches a route ahead and goes there meanwhile, on a slow line; and whoever takes pictures of pages.
# More: the function `preload` in
# https://github.com/vitejs/vite/blob/main/packages/vite/src/node/plugins/importAnalysisBuild.ts
# Looks for CHROME_PATH, chromium, google-chrome and chrome; without any of them nothing is tried.
set -euo pipefail
export npm_config_loglevel=error npm_config_audit=false npm_config_fund=false
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
browser=$(command -v "${CHROME_PATH:-none}" chromium google-chrome chrome | head -n 1 || true)
[ -n "$browser" ] || { echo 'No Chromium was found, so nothing was tried.'; exit 0; }
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent vite@8.3.0 playwright-core@1.63.0 || exit 2
echo '<!doctype html><title>Twice</title><h1>Red, when it is styled</h1><script type="module" src="/main.js"></script>' > index.html
echo 'h1 { color: rgb(255, 0, 0) }' > page.css
echo 'import "./page.css"; export const name = "page"' > page.js
cat > main.js <<'JS'
const colour = () => getComputedStyle(document.querySelector('h1')).color
window.twice = () => Promise.all([import('./page.js').then(colour), import('./page.js').then(colour)])
JS
npx vite build --logLevel error || exit 2
cat > visit.mjs <<'JS'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import process from 'node:process'
import { chromium } from 'playwright-core'

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
const server = createServer(async ({ url }, response) => {
  const file = url === '/' ? '/index.html' : url
  const body = await readFile(`dist${file}`).catch(() => undefined)
  // A slow line: the style sheet comes a second after all else.
  await new Promise(resolve => setTimeout(resolve, file.endsWith('.css') ? 1000 : 0))
  response.writeHead(body ? 200 : 404, { 'content-type': types[path.extname(file)] ?? 'text/plain' }).end(body)
})
await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
const browser = await chromium.launch({ executablePath: process.argv[2], chromiumSandbox: process.getuid?.() !== 0 })
console.log(`Chromium ${browser.version()}`)
const page = await browser.newPage()
await page.goto(`http://127.0.0.1:${server.address().port}/`)
const [first, second] = await page.evaluate(() => window.twice())
console.log(`after the first import: ${first}; after the second, of the same moment: ${second}`)
console.log('Guessed: rgb(255, 0, 0) twice.')
await browser.close()
server.close()
process.exitCode = first === 'rgb(255, 0, 0)' && second === 'rgb(0, 0, 0)' ? 0 : 1
JS
node visit.mjs "$browser" || exit 1
