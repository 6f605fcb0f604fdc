#!/usr/bin/env bash
# In Chromium a button or link has no name where its `title` says the same as its text, and the text is `aria-hidden`.
#
# One would guess: hidden text gives no name, so the `title` does, as in the computation of names (accname 1.2) and in Firefox.
# What happens: the name is empty. A title that differs by a word, or text that is `hidden` instead, gives the name.
# Seen with: Chromium 156.0.8078.108 on Debian 12, by playwright-core 1.63.0; also on AT-SPI, where Orca 43 says "push button" alone.
# Who is hurt: buttons with a tooltip whose text a script hides so that it is not said twice, as Slidev's are. Tools that work out
# names themselves, as axe-core 4.11 and Playwright do, see no fault.
# More: the computation: https://www.w3.org/TR/accname-1.2/
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
cat > names.mjs <<'JS'
import process from 'node:process'
import { chromium } from 'playwright-core'

const browser = await chromium.launch({ executablePath: process.argv[2], chromiumSandbox: process.getuid?.() !== 0 })
console.log(`Chromium ${browser.version()}`)
const page = await browser.newPage()
const session = await page.context().newCDPSession(page)
await session.send('Accessibility.enable')
async function nameOf(html) {
  await page.setContent(html)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  const name = nodes.find(({ role }) => ['button', 'link'].includes(role?.value)).name?.value
  console.log(`"${name}": ${html}`)
  return name
}
const names = [
  await nameOf('<button title="Next"><span aria-hidden="true">Next</span></button>'),
  await nameOf('<a href="#" title="Next"><span aria-hidden="true">Next</span></a>'),
  await nameOf('<button title="Next"><span aria-hidden="true">&gt;</span></button>'),
  await nameOf('<button title="Next"><span hidden>Next</span></button>'),
]
console.log('Guessed: "Next" four times.')
await browser.close()
process.exitCode = names.join() === ',,Next,Next' ? 0 : 1
JS
node names.mjs "$browser" || exit 1
