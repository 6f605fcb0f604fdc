#!/usr/bin/env bash
# jiti hands out a module that is still being evaluated, or evaluates it twice, when it is asked for twice at once.
#
# One would guess: `await Promise.all([import('./a'), import('./b')])`, both of which import `./shared`, waits for `./shared` once, as
# Node does.
# What happens: within a module that jiti runs, the second importer gets `./shared` without its exports: "Cannot read properties of
# undefined". Two calls of `jiti.import` from outside evaluate it twice, so that two copies of its state exist.
# Seen with: jiti 2.7.0 on Node 20.20.2. A module needs an import of its own (or a top-level await) to be caught half done.
# Who is hurt: configuration and setup files, which many tools load by jiti (Slidev, Nuxt, ESLint): an innocent Promise.all fails.
# More: the same race, mended for jiti 1 by https://github.com/unjs/jiti/pull/247
set -euo pipefail
export npm_config_loglevel=error npm_config_audit=false npm_config_fund=false
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent jiti@2.7.0 || exit 2
mkdir js ts
echo 'export const one = 1' > js/deep.js
cat > js/shared.js <<'JS'
import { one } from './deep.js'

globalThis.evaluations = (globalThis.evaluations ?? 0) + one
export const list = ['x']
JS
for name in a b; do
  printf "import { list } from './shared.js'\n\nexport const size = list.length\n" > "js/$name.js"
done
cat > js/both.js <<'JS'
const outcomes = await Promise.allSettled([import('./a.js'), import('./b.js')])
export const seen = outcomes.map(({ value, reason }) => value?.size ?? reason.message).join(', ')
JS
for file in js/*.js; do
  sed 's/\.js/.ts/' "$file" > "ts/$(basename "$file" .js).ts"
done
sed -i.bak "s/import('.\/b.js')/import('.\/b.ts')/" ts/both.ts
cat > run.mjs <<'JS'
import { createJiti } from 'jiti'

const jiti = createJiti(import.meta.url, { fsCache: false })
const ways = {
  native: async () => (await import('./js/both.js')).seen,
  within: async () => (await jiti.import('./ts/both.ts')).seen,
  outside: async () => {
    await Promise.all([jiti.import('./ts/a.ts'), jiti.import('./ts/b.ts')])
    return globalThis.evaluations
  },
}
console.log(await ways[process.argv[2]]())
JS
native=$(node run.mjs native)
within=$(node run.mjs within)
outside=$(node run.mjs outside)
echo "Node itself: $native"
echo "within a module of jiti: $within (guessed: 1, 1)"
echo "two calls from outside: the shared module was evaluated $outside times (guessed: 1)"
[ "$native" = '1, 1' ] && [[ "$within" == '1, Cannot read properties of undefined'* ]] && [ "$outside" = 2 ]
