import { readdir, readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { fontFiles, FONTS, writeFonts } from '../../build/fonts'
import { alliances, cities, organisations, source } from '../../data'

beforeAll(() => writeFonts(), 60_000)

/** The files of a family, each with its characters. */
async function filesOf(family: string) {
  return (await fontFiles()).filter(file => file.family === family)
}

describe('the deck\'s faces', () => {
  it('have every character that slides, notes, data and words can show', async () => {
    const files = await fontFiles()
    const shown = [await readFile('slides.md', 'utf8'), source.title, source.author, ...Object.values(source.sections), ...cities.map(city => city.nameZh), ...Object.values(organisations).map(({ nameZh }) => nameZh), ...alliances.map(({ nameZh }) => nameZh)].join('')
    expect([...new Set(shown)].filter(character => character >= ' ' && !files.some(({ characters }) => characters.includes(character)))).toEqual([])
  })

  it('have what formatters produce', async () => {
    for (const { characters } of (await fontFiles()).filter(({ file }) => file.endsWith('-latin.woff2')))
      expect([...'Az09+%$–—“”‘’×…·'].filter(character => !characters.includes(character))).toEqual([])
  })

  it('have no character in two files of the same weight, so that none is fetched twice', async () => {
    for (const family of ['Newsreader', 'Noto Sans SC']) {
      const all = (await filesOf(family)).map(({ characters }) => characters).join('')
      expect(new Set(all).size).toBe([...all].length)
    }
  })

  it('have the Chinese of the first slide in a small file of its own, its source line included', async () => {
    const first = (await filesOf('Noto Sans SC')).find(({ file }) => file.includes('first-slide'))!
    expect([...'产学研新芒年月日、'].filter(character => !first.characters.includes(character))).toEqual([])
    expect((await readFile(`${FONTS}/${first.file}`)).length).toBeLessThan(6_000)
  })

  it('are small web fonts, and nothing but them and their rules', async () => {
    const names = (await fontFiles()).map(({ file }) => file)
    expect((await readdir(FONTS)).sort()).toEqual([...names, 'fonts.css'].sort())
    for (const name of names) {
      const bytes = await readFile(`${FONTS}/${name}`)
      expect(bytes.subarray(0, 4).toString('latin1'), name).toBe('wOF2')
      expect(bytes.length, name).toBeLessThan(40_000)
    }
  })

  it('wait for nothing else to stand in, and are fetched only for their characters', async () => {
    const rules = (await readFile(`${FONTS}/fonts.css`, 'utf8')).match(/@font-face \{[^}]*\}/g) ?? []
    expect(rules).toHaveLength((await fontFiles()).length)
    for (const rule of rules)
      expect(rule).toMatch(/font-display: block;[\s\S]*format\('woff2'\);\s*unicode-range: U\+/)
  })
})
