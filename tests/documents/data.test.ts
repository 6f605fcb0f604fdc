import type { EditionId } from '../../locales/editions'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeDataFiles } from '../../addon/node/charts/chart-files'
import { dataTables } from '../../figures/data-tables'
import { editions } from '../../locales/editions'
import { wordsOf } from '../../locales/records'
import { checkable } from '../docs/documents'
import { has, PACKAGES_FOLDER, run, runOffice } from './programs'

/** The line of a language, as the page for readers has it. */
function lineFor(language: string, document: string): string {
  const [block] = checkable(document).blocks.filter(block => block.language === language)
  expect(block, `${document} has a line for ${language}`).toBeDefined()
  return block!.text
}

/** Columns and rows as a program answers them: as JSON, the head first, then what stands in the first column and as printed. */
interface Answer { columns: string[], ids: string[], printed: string[] }

describe.each(editions.map(({ id, name }) => ({ id: id as EditionId, name })))('data in $name', ({ id }) => {
  const document = id === 'en' ? 'docs/documents.md' : `docs/documents.${id}.md`
  const table = dataTables(wordsOf(editions.find(edition => edition.id === id)!)).find(({ name }) => name === 'headcount')!
  const expected: Answer = {
    columns: [...table.columns],
    ids: table.rows.map(row => String(row.id)),
    printed: table.rows.map(row => String(row.printed)),
  }
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'documents-'))
    await writeDataFiles(path.join(folder, 'data'), editions.find(edition => edition.id === id))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it.skipIf(!has('Rscript')).each(['C.UTF-8', 'C'])('is read by R, in the locale %s', async (locale) => {
    const script = path.join(folder, 'read.R')
    // What it answers is in ASCII: in the C locale it could print no other.
    await writeFile(script, `${lineFor('r', document)}
answer <- function(name, values) writeLines(paste(c(name, vapply(as.character(values), function(value)
  paste(utf8ToInt(enc2utf8(value)), collapse = " "), "")), collapse = ","))
answer("columns", names(headcount))
answer("ids", headcount$id)
answer("printed", headcount$printed)
`)
    const lines = (await run('Rscript', ['--vanilla', script], { cwd: folder, env: { ...process.env, LC_ALL: locale } })).trim().split('\n')
    const answer = Object.fromEntries(lines.map((line) => {
      const [name = '', ...values] = line.split(',')
      return [name, values.map(value => String.fromCodePoint(...value.split(' ').map(Number)))]
    }))
    expect(answer).toEqual(expected)
  })

  it.skipIf(!has('python3'))('is read by Python', async () => {
    const script = `${lineFor('python', document)}
import json
print(json.dumps({"columns": list(headcount[0]), "ids": [row["id"] for row in headcount], "printed": [row["printed"] for row in headcount]}))`
    expect(JSON.parse(await run('python3', ['-c', script], { cwd: folder }))).toEqual(expected)
  })

  it('is read by JavaScript', async () => {
    const script = path.join(folder, 'read.mjs')
    const parser = createRequire(import.meta.url).resolve('csv-parse/sync')
    await writeFile(script, `import { readFile } from 'node:fs/promises'
import { parse } from '${parser}'
${lineFor('js', document)}
console.log(JSON.stringify({ columns: Object.keys(headcount[0]), ids: headcount.map(row => row.id), printed: headcount.map(row => row.printed) }))`)
    expect(JSON.parse(await run(process.execPath, [script], { cwd: folder }))).toEqual(expected)
  })

  it.skipIf(!has('@duckdb/node-api'))('is read by DuckDB, numbers as numbers', async () => {
    const script = path.join(folder, 'read.cjs')
    const api = path.join(PACKAGES_FOLDER, 'node_modules/@duckdb/node-api')
    await writeFile(script, `const { DuckDBInstance } = require('${api}')
;(async () => {
  const connection = await (await DuckDBInstance.create()).connect()
  const read = await connection.runAndReadAll(${JSON.stringify(lineFor('sql', document))})
  const rows = read.getRowObjectsJson()
  const columns = read.columnNames()
  const [ids, printed, values] = ['id', 'printed', 'value'].map(name => rows.map(row => row[name]))
  console.log(JSON.stringify({ columns, ids, printed, values }))
})()`)
    const { values, ...answer } = JSON.parse(await run(process.execPath, [script], { cwd: folder })) as Answer & { values: unknown[] }
    expect(answer).toEqual(expected)
    expect(values.map(value => value === null ? null : Number(value))).toEqual(table.rows.map(row => row.value))
    expect(values.filter(value => value !== null && typeof value !== 'number' && !/^\d+$/.test(String(value)))).toEqual([])
  })

  it.skipIf(!has('localc'))('is read by LibreOffice, as CSV and as a workbook', async () => {
    const [, ...args] = lineFor('bash', document).replaceAll('"', '').split(' ')
    await runOffice(args, folder)
    // UTF-8, cells as they are shown, and -1: each sheet in a file.
    const plain = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false'
    await runOffice(['--headless', '--convert-to', plain, 'headcount.ods'], folder)
    await runOffice(['--headless', '--convert-to', `${plain},-1`, 'data/all-data.xlsx'], folder)
    for (const file of ['headcount.csv', 'all-data-headcount.csv']) {
      const rows = parse(await readFile(path.join(folder, file), 'utf8'), { columns: true }) as Record<string, string>[]
      expect(Object.keys(rows[0]!), file).toEqual(expected.columns)
      expect(rows.map(row => row.printed), file).toEqual(expected.printed)
      // A date stays what it is.
      expect(rows.map(row => row.date), file).toEqual(table.rows.map(row => String(row.date ?? '')))
      expect(rows.map(row => row.value), file).toEqual(table.rows.map(row => String(row.value ?? '')))
    }
  })
})
