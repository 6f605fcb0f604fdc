import type { Edition } from '../../addon/deck'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { alliances, cities, organisations, publishedOn, repostedOn, source } from '../../data'
import { editionOf, editions } from '../../locales/editions'
import { fontFiles, fontFolder, writeFonts } from '../../theme/fonts'
import { LANDING } from '../parts'

const [english, chinese] = [editionOf('en'), editionOf('zh')]
/** Largest file that a page may ask for, in bytes: ideographs are many. */
const largest = ({ language }: Edition) => language.startsWith('zh') ? 130_000 : 40_000

beforeAll(() => Promise.all(editions.map(writeFonts)), 60_000)

describe.each(editions)('the faces of $name', (edition) => {
  it('have every character that slides, notes, data and words can show', async () => {
    const files = await fontFiles(edition)
    const shown = [
      await readFile(edition.entry, 'utf8'),
      await readFile(`locales/${edition.id}.ts`, 'utf8'),
      await readFile(`locales/${edition.id}.documents.ts`, 'utf8'),
      source.title,
      source.author,
      ...Object.values(source.sections),
      ...cities.map(city => city.nameZh),
      ...Object.values(organisations).map(({ nameZh }) => nameZh),
      ...alliances.map(({ nameZh }) => nameZh),
    ].join('')
    expect(
      [...new Set(shown)].filter(character => character >= ' ' && !files.some(({ characters }) => characters.includes(character))),
    ).toEqual([])
  })

  it('have what formatters produce', async () => {
    const files = await fontFiles(edition)
    const produced = [...'Az09+%$–×', ...edition === chinese ? '年月日至万“”' : '—“”‘’…·']
    for (const family of edition === chinese
      ? [
          ['Newsreader', 'Noto Serif SC'],
          ['Source Sans 3', 'Noto Sans SC'],
        ]
      : [['Newsreader'], ['Source Sans 3']]) {
      const characters = files.filter(file => family.includes(file.family)).map(({ characters }) => characters).join('')
      expect(produced.filter(character => !characters.includes(character)), family.join()).toEqual([])
    }
  })

  it('have no character in two files of the same weight, so that none is fetched twice', async () => {
    for (const family of ['Newsreader', 'Noto Sans SC', 'Noto Serif SC']) {
      const all = (await fontFiles(edition)).filter(file => file.family === family).map(({ characters }) => characters).join('')
      expect(new Set(all).size).toBe([...all].length)
    }
  })

  it('are small web fonts, and nothing but them and their rules', async () => {
    const names = (await fontFiles(edition)).map(({ file }) => file)
    expect((await readdir(fontFolder(edition))).sort()).toEqual([...names, 'cut.json', 'fonts.css'].sort())
    for (const name of names) {
      const bytes = await readFile(`${fontFolder(edition)}/${name}`)
      expect(bytes.subarray(0, 4).toString('latin1'), name).toBe('wOF2')
      expect(bytes.length, name).toBeLessThan(largest(edition))
    }
  })

  const isCutAgain = edition === english || import.meta.env.MODE === 'all'
  it.runIf(isCutAgain)('are cut anew when other characters are in use, although their rules stay the same', LANDING, async () => {
    const [face, record] = [(await fontFiles(edition))[0]!.file, 'cut.json'].map(name => `${fontFolder(edition)}/${name}`) as [
      string,
      string,
    ]
    const [bytes, cut] = [await readFile(face), await readFile(record, 'utf8')]
    await writeFile(face, 'cut for other characters')
    await writeFile(record, cut.replace('A', ''))
    await writeFonts(edition)
    expect([await readFile(face), await readFile(record, 'utf8')]).toEqual([bytes, cut])
  })

  it('wait for nothing else to stand in, and are fetched only for their characters', async () => {
    const rules = (await readFile(`${fontFolder(edition)}/fonts.css`, 'utf8')).match(/@font-face \{[^}]*\}/g) ?? []
    expect(rules).toHaveLength((await fontFiles(edition)).length)
    for (const rule of rules)
      expect(rule).toMatch(/font-display: block;[\s\S]*format\('woff2'\);\s*unicode-range: U\+/)
  })

  it('claim the first slide\'s ideographs for its own small file, after the blocks of all others', async () => {
    for (const family of new Set(
      (await fontFiles(edition)).filter(({ file }) => file.endsWith('-others.woff2')).map(({ family }) => family),
    )) {
      const files = (await fontFiles(edition)).filter(file => file.family === family).map(({ file }) => file)
      expect(files.findIndex(file => file.endsWith('-first-slide.woff2'))).toBeGreaterThan(
        files.findIndex(file => file.endsWith('-others.woff2')),
      )
    }
  })
})

it('the English deck has the Chinese of its first slide in a small file, its source line included', async () => {
  const first = (await fontFiles(english)).find(({ file }) => file.includes('first-slide'))!
  expect(
    [...'产学研新芒、', ...publishedOn.printed, ...repostedOn.printed].filter(character => !first.characters.includes(character)),
  ).toEqual([])
  expect((await readFile(`${fontFolder(english)}/${first.file}`)).length).toBeLessThan(6_000)
})

it('the Chinese deck has two Chinese faces, one file for all of their weights', async () => {
  const files = await fontFiles(chinese)
  const han = files.filter(({ family }) => family.startsWith('Noto'))
  expect([...new Set(han.map(({ family, source }) => `${family} ${/-(\d+)-normal/.exec(source)![1]}`))]).toEqual([
    'Noto Sans SC 400',
    'Noto Serif SC 600',
  ])
  expect(han.every(({ weight }) => weight === '400 700')).toBe(true)
  // Full-width marks come from the Chinese faces, digits from the Latin ones.
  expect(files.filter(({ characters }) => /[“”…—]/.test(characters)).every(({ family }) => family.startsWith('Noto'))).toBe(true)
  expect(han.some(({ characters }) => /\d/.test(characters))).toBe(false)
})
