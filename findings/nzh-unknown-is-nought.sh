#!/usr/bin/env bash
# nzh reads 两 (two), and whatever else it does not know, as 0.
#
# One would guess: `decodeS('两千')` is 2000, since 两 is how Chinese says "two" before 百, 千 and 万; and what can't be read
# is NaN or an error.
# What happens: 0, the same as for 零. A number that mixes digits and words (2千) is 0, too, and a year read digit by digit (二零一九)
# loses a place: 219. Nothing is thrown.
# Seen with: nzh 1.0.14, `Nzh.cn.decodeS`.
# Who is hurt: whoever reads quantities out of Chinese text: "两千人" (two thousand people) becomes nobody, and passes every check
# that asks for a number.
# More: https://github.com/cnwhy/nzh/issues/32
set -euo pipefail
export npm_config_loglevel=error npm_config_audit=false npm_config_fund=false
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent nzh@1.0.14 || exit 2
cat > read.mjs <<'JS'
import Nzh from 'nzh'

// Text, what it means, what nzh reads.
const stated = [
  ['二千', 2000, 2000],
  ['两千', 2000, 0],
  ['两', 2, 0],
  ['两万两千', 22000, 0],
  ['2千', 2000, 0],
  ['二零一九', 2019, 219],
  ['许多', Number.NaN, 0],
]
for (const [text, meant, expected] of stated) {
  const seen = Nzh.cn.decodeS(text)
  console.log(`${text}: read as ${seen}, meant as ${meant}`)
  if (seen !== expected)
    process.exitCode = 1
}
JS
node read.mjs
