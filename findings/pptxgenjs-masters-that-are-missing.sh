#!/usr/bin/env bash
# A file of PptxGenJS with n slides declares n slide masters, of which it contains one.
#
# One would guess: each part that `[Content_Types].xml` names is in the archive.
# What happens: for each slide another `/ppt/slideMasters/slideMasterN.xml` is declared, but only the first is written.
# Reports say that PowerPoint offers to repair such a file (not tried here).
# Seen with: pptxgenjs 4.0.1, looked into with jszip 3.10.2.
# Who is hurt: whoever hands such a file on, and readers that check a package's parts against its list.
# More: https://github.com/gitbrent/PptxGenJS/issues/1444
set -euo pipefail
export npm_config_loglevel=error npm_config_audit=false npm_config_fund=false
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent pptxgenjs@4.0.1 jszip@3.10.2 || exit 2
cat > write.mjs <<'JS'
import JSZip from 'jszip'
import Presentation from 'pptxgenjs'

async function missingParts(slides) {
  const deck = new Presentation()
  for (let number = 1; number <= slides; number++)
    deck.addSlide().addText(`Slide ${number}`, { x: 1, y: 1, w: 4, h: 1 })
  const archive = await JSZip.loadAsync(await deck.write({ outputType: 'nodebuffer' }))
  const types = await archive.file('[Content_Types].xml').async('string')
  const declared = [...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, part]) => part)
  return declared.filter(part => !archive.file(part))
}

for (const slides of [1, 3]) {
  const missing = await missingParts(slides)
  console.log(`${slides} slide(s): declared, but missing: ${missing.join(', ') || 'nothing'} (guessed: nothing)`)
  if (missing.length !== slides - 1)
    process.exitCode = 1
}
JS
node write.mjs
