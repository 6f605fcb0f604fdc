#!/usr/bin/env bash
# Chromium's tagged PDF forgets the language of `<span lang>`, unless the span has an id or a title, too.
#
# One would guess: `<span lang="zh-CN">` within an English paragraph is the way to mark a foreign word (WCAG 3.1.2), and a tagged PDF,
# which can hold a language for each element, holds it.
# What happens: a plain span, with or without a class, and `<i>` leave no element in the structure tree, and their language goes with
# them: the word counts as English. With an `id` or a `title`, or as `<em>`, the same word keeps its language.
# Seen with: Chromium 156.0.8078.108 and its headless shell on Debian 12; read by pdfjs-dist 5.4.624.
# Who is hurt: readers with a screen reader: Chinese names are read by the English voice, or skipped, in a page that marks them well.
# More: what the PDF should have: https://www.w3.org/WAI/WCAG22/Techniques/pdf/PDF19
# Looks for CHROME_PATH, chromium, chromium-headless-shell and google-chrome; without any of them nothing is tried.
set -euo pipefail
export npm_config_loglevel=error npm_config_audit=false npm_config_fund=false
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
browser=$(command -v "${CHROME_PATH:-none}" chromium chromium-headless-shell google-chrome | head -n 1 || true)
[ -n "$browser" ] || { echo 'No Chromium was found, so nothing was tried.'; exit 0; }
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent pdfjs-dist@5.4.624 || exit 2
cat > print.mjs <<'JS'
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

const [browser, ...flags] = process.argv.slice(2)
// How the word is marked up; whether its language is in the PDF.
const stated = {
  '<span lang="zh-CN">产学研</span>': false,
  '<span lang="zh-CN" class="term">产学研</span>': false,
  '<i lang="zh-CN">产学研</i>': false,
  '<span lang="zh-CN" id="term">产学研</span>': true,
  '<span lang="zh-CN" title="term">产学研</span>': true,
  '<em lang="zh-CN">产学研</em>': true,
}
const words = Object.keys(stated)
const paragraphs = words.map(word => `<p>The word ${word} here</p>`).join('\n')
writeFileSync('page.html', `<!doctype html><html lang="en"><meta charset="utf-8"><title>Words</title>${paragraphs}</html>`)
execFileSync(browser, flags, { stdio: 'ignore' })

const languages = ({ lang, children = [] }) => [lang, ...children.flatMap(languages)].filter(Boolean)
const elements = ({ role, children = [] }) => role === 'P' ? [languages({ children })] : children.flatMap(elements)
const pdf = await getDocument({ data: new Uint8Array(readFileSync('page.pdf')), verbosity: 0 }).promise
const seen = elements(await (await pdf.getPage(1)).getStructTree())
for (const [index, word] of words.entries()) {
  const kept = seen[index]?.includes('zh-CN') ?? false
  console.log(`${kept ? 'kept' : 'lost'}  ${word}`)
  if (kept !== stated[word] || seen.length !== words.length)
    process.exitCode = 1
}
console.log('Guessed: all are kept.')
JS
flags=(--headless --disable-gpu --no-pdf-header-footer "--user-data-dir=$work/profile" "--print-to-pdf=$work/page.pdf")
[ "$(id -u)" != 0 ] || flags+=(--no-sandbox)
echo "$(basename "$browser") $("$browser" --version 2> /dev/null | grep -oE '[0-9]+(\.[0-9]+){3}')"
node print.mjs "$browser" "${flags[@]}" "file://$work/page.html"
