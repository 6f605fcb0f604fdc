#!/usr/bin/env bash
# Whether invisible SVG text can be found in a printed PDF depends on how it was hidden, and on which Chromium printed.
#
# One would guess: text that nobody sees is left out of the PDF, or all of it is kept; and Chromium and its headless shell, of one
# version, write the same text.
# What happens: `visibility: hidden` is left out by both. `fill: transparent` is kept by both. `opacity: 0`, on the text or on its
# group, is kept by chromium-headless-shell, and left out by chromium. In HTML, `opacity: 0` is left out by both.
# Seen with: Chromium 156.0.8078.108 of Debian 12, both programs; read by pdfjs-dist 5.4.624.
# Who is hurt: charts and decks fade by opacity: search, copying and screen readers find labels of steps that are not shown; a test
# with the one program says nothing about the other (Playwright takes the shell for headless work).
# More: nothing found.
# Looks for CHROME_PATH, chromium, google-chrome and chromium-headless-shell; without any of them nothing is tried.
set -euo pipefail
export npm_config_loglevel=error npm_config_audit=false npm_config_fund=false
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
browsers=()
for name in "${CHROME_PATH:-}" chromium google-chrome chromium-headless-shell; do
  path=$(command -v "${name:-none}" || true)
  [ -z "$path" ] || browsers+=("$path")
done
[ "${#browsers[@]}" -gt 0 ] || { echo 'No Chromium was found, so nothing was tried.'; exit 0; }
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent pdfjs-dist@5.4.624 || exit 2
cat > page.html <<'HTML'
<!doctype html><title>Hidden</title>
<svg width="600" height="200" font-size="20">
  <text y="30">shown</text><text y="60" visibility="hidden">visibility</text><text y="90" fill="transparent">transparent</text>
  <text y="120" opacity="0">opacity</text><g opacity="0"><text y="150">group</text></g>
</svg>
<p style="opacity: 0">html</p>
HTML
cat > words.mjs <<'JS'
import { readFileSync } from 'node:fs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

const pdf = await getDocument({ data: new Uint8Array(readFileSync('page.pdf')), verbosity: 0 }).promise
const { items } = await (await pdf.getPage(1)).getTextContent()
console.log(items.map(({ str }) => str.trim()).filter(Boolean).join(' '))
JS
flags=(--headless --disable-gpu --no-pdf-header-footer "--user-data-dir=$work/profile" "--print-to-pdf=$work/page.pdf")
[ "$(id -u)" != 0 ] || flags+=(--no-sandbox)
changed=0
for browser in "${browsers[@]}"; do
  stated='shown transparent'
  case "$browser" in *headless?shell*) stated='shown transparent opacity group' ;; esac
  "$browser" "${flags[@]}" "file://$work/page.html" > log 2>&1 || { cat log; exit 2; }
  seen=$(node words.mjs)
  echo "$(basename "$browser") $("$browser" --version 2> /dev/null | grep -oE '[0-9]+(\.[0-9]+){3}'): $seen (guessed: shown)"
  [ "$seen" = "$stated" ] || { echo "  stated: $stated"; changed=1; }
done
exit "$changed"
