/** @module-tag landing */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ROOT } from '../../addon/node/deck'
import { loadSlides } from '../../addon/node/slidev/slides'
import { editions } from '../../locales/editions'
import { fontFiles } from '../../theme/fonts'

/** Editors on Windows, and archives made there, may end lines with CR and LF. */
const withCrLf = (text: string) => text.replaceAll(/\r?\n/g, '\r\n')

let folder: string
beforeEach(() => {
  // Below the deck: on Windows the system's own folder may be on another drive.
  mkdirSync(path.join(ROOT, '.cache'), { recursive: true })
  folder = mkdtempSync(path.join(ROOT, '.cache/line-ends-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe.each(editions)('slides with the line ends of Windows, in $name', (edition) => {
  /** Path from the repository's folder of the edition's slides, saved on Windows after a change. */
  function saved(change = (text: string) => text): string {
    const file = path.join(folder, edition.entry)
    writeFileSync(file, withCrLf(change(readFileSync(edition.entry, 'utf8'))))
    return path.relative(ROOT, file)
  }

  it('are the same slides', async () => {
    expect(await loadSlides({ entry: saved() })).toEqual(await loadSlides(edition))
  })

  it('take the same characters of each face', async () => {
    expect(await fontFiles({ ...edition, entry: saved() })).toEqual(await fontFiles(edition))
  })

  it('are complained of with the same line', async () => {
    const wrong = (text: string) => text.replace(/\[\[[\w-]+/, '[[no-such-id')
    const line = wrong(readFileSync(edition.entry, 'utf8')).split('\n').findIndex(line => line.includes('[[no-such-id')) + 1
    await expect(loadSlides({ entry: saved(wrong) })).rejects.toThrow(`${edition.entry}:${line}: `)
  })
})

it('every checkout has the same bytes', () => {
  const [first] = readFileSync('.gitattributes', 'utf8').split('\n').filter(line => line && !line.startsWith('#'))
  expect(first!.trim()).toBe('* text=auto eol=lf')
})
