#!/usr/bin/env bash
# csv-stringify leaves a line break in a cell unquoted, as soon as rows end in another kind of line break.
#
# One would guess: a cell with a line break is put between quotes, whatever ends a row: RFC 4180 has both CR and LF only in quotes.
# What happens: only the very characters that end a row are looked for. With `record_delimiter: 'windows'`, which one chooses for
# spreadsheets, a cell with "\n" is written bare; with the default, a cell with a lone "\r" is. The reader of the same family
# (csv-parse) takes the break for the end of a row, and so does Python's csv.
# Seen with: csv-stringify 6.8.3, csv-parse 7.0.2.
# Who is hurt: exports with notes or addresses in a cell: rows come apart in the spreadsheet, or the file is refused.
# More: https://github.com/adaltas/node-csv/issues/467, https://github.com/adaltas/node-csv/pull/485
set -euo pipefail
export npm_config_loglevel=error npm_config_audit=false npm_config_fund=false
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent csv-stringify@6.8.3 csv-parse@7.0.2 || exit 2
cat > round.mjs <<'JS'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'

function roundTrip(cell, options) {
  const rows = [[cell, 'x'], ['y', 'z']]
  const text = stringify(rows, options)
  try {
    return [text, JSON.stringify(parse(text)) === JSON.stringify(rows) ? 'the same rows' : 'other rows']
  }
  catch ({ code }) {
    return [text, code]
  }
}

const stated = [
  ['one\ntwo', {}, 'the same rows'],
  ['one\r\ntwo', { record_delimiter: 'windows' }, 'the same rows'],
  ['one\ntwo', { record_delimiter: 'windows' }, 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH'],
  ['one\rtwo', {}, 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH'],
]
for (const [cell, options, expected] of stated) {
  const [text, seen] = roundTrip(cell, options)
  console.log(`${JSON.stringify(cell)} with ${JSON.stringify(options)}: ${JSON.stringify(text)}\n  read again: ${seen}`)
  if (seen !== expected)
    process.exitCode = 1
}
console.log('Guessed: the same rows, each time.')
JS
node round.mjs
