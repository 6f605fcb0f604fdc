#!/usr/bin/env bash
# Two libraries that serve files do not understand who asks for the end of one.
#
# One would guess: `Range: bytes=-3` gets the last three bytes, and `bytes=-99` of a file of ten bytes all of it (RFC 9110, 14.1.2).
# What happens: sirv sends the first bytes and says in Content-Range that they are these; send answers the second with status 416.
# Seen with: sirv 3.0.2, send 1.2.1.
# Who is hurt: whoever reads a PDF or a ZIP from its end, where its table of contents stands.
set -euo pipefail
export npm_config_loglevel=error npm_config_audit=false npm_config_fund=false
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent sirv@3.0.2 send@1.2.1 || exit 2
mkdir files && printf 0123456789 > files/ten.txt
cat > try.mjs <<'JS'
import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'
import sirv from 'sirv'
import send from 'send'

const version = name => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version
const serve = {
  sirv: sirv('files', { dev: true }),
  send: (request, response) => send(request, request.url, { root: 'files' }).pipe(response),
}
const seen = {}
for (const [name, handle] of Object.entries(serve)) {
  const server = createServer((request, response) => handle(request, response)).listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  for (const range of ['bytes=-3', 'bytes=-99']) {
    const response = await fetch(`http://127.0.0.1:${server.address().port}/ten.txt`, { headers: { range } })
    const text = await response.text()
    seen[`${name} ${range}`] = response.ok ? `${response.status} ${text}` : String(response.status)
  }
  server.close()
  server.closeAllConnections()
}
const guessed = { 'sirv bytes=-3': '206 789', 'sirv bytes=-99': '206 0123456789', 'send bytes=-3': '206 789', 'send bytes=-99': '206 0123456789' }
const stated = { ...guessed, 'sirv bytes=-3': '206 0123', 'send bytes=-99': '416' }
console.log(`sirv ${version('sirv')}, send ${version('send')}, a file of the digits 0 to 9`)
for (const [what, found] of Object.entries(seen))
  console.log(`  ${what}: guessed ${guessed[what]}, seen ${found}`)
process.exit(['sirv bytes=-3', 'send bytes=-99'].every(what => seen[what] === stated[what]) ? 0 : 1)
JS
node try.mjs
