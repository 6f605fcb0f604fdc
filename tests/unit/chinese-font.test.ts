import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { CHINESE_FONT, chineseCharacters, writeChineseFont } from '../../build/chinese-font'
import { alliances, cities, organisations, source } from '../../data'

describe('the Chinese face', () => {
  it('is cut to the characters in use, in data, words, slides and components', async () => {
    const characters = await chineseCharacters()
    const needed = [source.title, source.author, ...Object.values(source.sections), ...cities.map(city => city.nameZh), ...Object.values(organisations).map(({ nameZh }) => nameZh), ...alliances.map(({ nameZh }) => nameZh), '，'].join('')
    expect([...needed].filter(character => /\P{ASCII}/u.test(character) && !characters.includes(character))).toEqual([])
  })

  it('is a small web font, the same each time', async () => {
    await writeChineseFont()
    const first = await readFile(CHINESE_FONT)
    expect(first.subarray(0, 4).toString('latin1')).toBe('wOF2')
    expect(first.length).toBeLessThan(60_000)
    await writeChineseFont()
    expect((await readFile(CHINESE_FONT)).equals(first)).toBe(true)
  })
})
