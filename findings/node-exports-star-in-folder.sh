#!/usr/bin/env bash
# In a folder with a `*` in its name, Node looks for a package's files in another folder.
#
# One would guess: the `*` of a subpath pattern in a package's `exports` is replaced; what stands before it, the place where the
# package lies, is left as it is.
# What happens: Node first joins the package's address and the target, then replaces each `*` in the whole: a project in `a*b` that
# imports `markdown-it/lib/token.mjs` fails with (ERR_)MODULE_NOT_FOUND, naming a folder `alib/token.mjsb` that never was. A package
# without such a pattern is found, and so is the same file by its path.
# Seen with: Node 20.20.2, 22.23.3 and 24.21.0; import and require alike; markdown-it 14.1.0 has the pattern `./*`.
# Who is hurt: whoever unpacks a project below such a folder (Linux and macOS allow it), and reads of files missing that are there.
# More: https://github.com/nodejs/node/blob/v24.21.0/lib/internal/modules/esm/resolve.js#L451
set -euo pipefail
export npm_config_loglevel=error npm_config_audit=false npm_config_fund=false
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/plain" && cd "$work/plain"
echo '{ "private": true }' > package.json
npm install --silent markdown-it@14.1.0 || exit 2
cat > look.mjs <<'JS'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const told = ({ code, message }) => `${code}, looked below the folder ${/([^/']+\/[^/']+)\/node_modules/.exec(message)?.[1]}`
const tries = {
  'import by pattern': () => import('markdown-it/lib/token.mjs'),
  'require.resolve by pattern': async () => require.resolve('markdown-it/lib/token.mjs'),
  'import by path': () => import('./node_modules/markdown-it/lib/token.mjs'),
  'import of the main entry': () => import('markdown-it'),
}
const found = []
for (const [name, attempt] of Object.entries(tries)) {
  const result = await attempt().then(() => 'found', told)
  console.log(`  ${name}: ${result}`)
  found.push(result === 'found')
}
process.exitCode = found.join() === process.argv[2] ? 0 : 1
JS
changed=0
echo "Node $(node --version), the folder is called plain"
node look.mjs true,true,true,true || changed=1
cd .. && mv plain 'a*b' && cd 'a*b'
echo 'the same folder, called a*b'
node look.mjs false,false,true,true || changed=1
echo 'Guessed: found, each time.'
exit "$changed"
