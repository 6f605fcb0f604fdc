#!/usr/bin/env bash
# In Chinese, `**bold。**and on` is not bold, and neither is `**IAR（产学研）**模式`.
#
# One would guess: what stands between two pairs of asterisks without blanks at their inner sides is bold.
# What happens: CommonMark lets asterisks after a punctuation mark close only when a blank or another mark follows. Chinese writes no
# blank there, so the asterisks are printed; a blank behind them helps, and so does moving the mark outside. For strikethrough
# there is no such rule in marked, but there is in markdown-it: the same line looks different in a preview and in Slidev.
# Seen with: marked 16.4.2, markdown-it 14.1.0 (the parser of Slidev, VitePress).
# Who is hurt: who writes Chinese or Japanese: it works for most words, and fails for those that end in a bracket or a quotation mark.
# More: https://github.com/commonmark/commonmark-spec/issues/650
set -euo pipefail
export npm_config_loglevel=error npm_config_audit=false npm_config_fund=false
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent marked@16.4.2 markdown-it@14.1.0 || exit 2
cat > render.mjs <<'JS'
import MarkdownIt from 'markdown-it'
import { marked } from 'marked'

const it = new MarkdownIt()
const isMarked = html => /<(?:strong|del|s)>/.test(html)
// Text; whether marked and markdown-it mark it.
const stated = [
  ['**产学研**模式', true, true],
  ['**IAR（产学研）**模式', false, false],
  ['**“产学研”**模式', false, false],
  ['**重点。**后面', false, false],
  ['**重点。** 后面', true, true],
  ['~~旧（2018年）~~新', true, false],
]
for (const [text, ...expected] of stated) {
  const seen = [marked.parse(text), it.render(text)].map(isMarked)
  console.log(`${text}   marked: ${seen[0]}, markdown-it: ${seen[1]}`)
  if (seen.join() !== expected.join())
    process.exitCode = 1
}
console.log('Guessed: true, each time.')
JS
node render.mjs
