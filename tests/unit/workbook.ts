import type { Buffer } from 'node:buffer'
import { strFromU8, unzipSync } from 'fflate'

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': '\'' }
const unescaped = (text: string) => text.replace(/&\w+;/g, entity => ENTITIES[entity]!)

/** The number of a column by its letters: A is 0. */
const columnOf = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** What the sheets of a workbook hold, by what the file itself says: text and numbers, null where nothing is. */
export function readSheets(workbook: Buffer): { sheet: string, data: (string | number | null)[][] }[] {
  const parts = unzipSync(workbook)
  const text = (name: string) => strFromU8(parts[name]!)
  const shared = Array.from(text('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs), ([, item]) =>
    Array.from(item!.matchAll(/<t[^>]*>(.*?)<\/t>/gs), ([, words]) => unescaped(words!)).join(''))
  return Array.from(text('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g), ([, name], index) => {
    const rows = Array.from(text(`xl/worksheets/sheet${index + 1}.xml`).matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs), ([, cells = '']) =>
      Array.from(cells.matchAll(/<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(?:.*?<v>(.*?)<\/v>)?.*?<\/c>)/gs), ([, letters, attributes, value]) => ({
        column: columnOf(letters!),
        cell: value === undefined ? null : attributes!.includes('t="s"') ? shared[Number(value)]! : Number(value),
      })))
    const width = Math.max(...rows.flat().map(({ column }) => column)) + 1
    const data = rows.map(row => Array.from({ length: width }, (_, at) => row.find(({ column }) => column === at)?.cell ?? null))
    return { sheet: unescaped(name!), data }
  })
}
