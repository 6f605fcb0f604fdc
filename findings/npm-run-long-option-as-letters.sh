#!/usr/bin/env bash
# `npm run x --lang zh` is read as `npm run x -l -a -n -g zh`.
#
# One would guess: an option that npm does not know, before the `--`, lands in the script's environment as `npm_config_lang`, as
# `--city` does as `npm_config_city` (npm 10, 11), or is refused by its name, as `--city` is by npm 12.
# What happens: when each letter of the name is a short option of npm, npm takes the word apart in spite of its two dashes, with a
# space or a "=" before the value. `long`, `all` and `global` are set, `npm_config_lang` is not, and there is no warning, nor an
# error in npm 12. Since `global` is inherited, an `npm` that the script calls works in the global folder instead of the project.
# Seen with: npm 10.8.3, 11.19.1 and 12.2.2, on Node 24.21.0.
# Who is hurt: authors of scripts with an option called `--lang`, or another made of the letters a c d f g h l m n p q s v w y. It
# vanishes without a word, and a nested `npm install` installs elsewhere.
# More: the comment there says that this is meant for one dash only; the next line takes all dashes away:
# https://github.com/npm/nopt/blob/v9.0.0/lib/nopt-lib.js#L456
set -euo pipefail
export npm_config_loglevel=error
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > package.json <<'JSON'
{ "name": "options", "version": "1.0.0", "private": true, "scripts": { "x": "node show.cjs" } }
JSON
cat > show.cjs <<'JS'
const { execSync } = require('node:child_process')
const { realpathSync } = require('node:fs')
const set = ['lang', 'city', 'long', 'all', 'global'].filter(name => `npm_config_${name}` in process.env)
const prefix = realpathSync(execSync('npm prefix', { encoding: 'utf8' }).trim())
const where = prefix === realpathSync('.') ? 'here' : 'elsewhere'
console.log(`set: ${set.join(' ')}; words: ${process.argv.slice(2).join(' ')}; a nested npm works ${where}`)
JS
changed=0

# try VERSION EXPECTED OPTION...: what the script sees of the options
try() {
  local version=$1 expected=$2 seen
  shift 2
  seen=$(npx -y -p node@24.21.0 -p "npm@$version" npm run --silent x "$@" 2> log) || seen=refused
  echo "npm $version, npm run x $*"
  echo "  $seen"
  [ "$seen" = "$expected" ] || { echo "  stated: $expected"; changed=1; }
}

for version in 10.8.3 11.19.1; do
  try "$version" 'set: city; words: zh; a nested npm works here' --city zh
  try "$version" 'set: long all global; words: zh; a nested npm works elsewhere' --lang zh
  try "$version" 'set: long all global; words: zh; a nested npm works elsewhere' --lang=zh
done
try 12.2.2 'refused' --city zh
try 12.2.2 'set: long all global; words: zh; a nested npm works elsewhere' --lang zh
echo 'Guessed: of lang, only lang is set, and a nested npm works here; or it is refused.'
exit "$changed"
