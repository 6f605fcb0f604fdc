import type { Plugin } from 'vite'
import { describe, expect, it } from 'vitest'
import { partWords } from '../../addon/lib/first-words'
import en from '../../addon/locales/en'
import { firstKeys as firstTalkKeys } from '../../addon/locales/first-keys'
import zh from '../../addon/locales/zh'
import { firstWords } from '../../addon/node/site/first-words'
import { editions } from '../../locales/editions'
import { firstKeys } from '../../locales/first-keys'
import { slideWordsOf } from '../../locales/records'

/** What a module of the plugin exports; a data module stands for what it imports. */
async function exported(plugin: Plugin, id: string, words?: unknown): Promise<Record<string, unknown>> {
  const { load } = plugin as unknown as { load: (id: string) => Promise<string> }
  const code = (await load(`\0${id}`)).replace(/^import .*$/m, `const words = ${JSON.stringify(words)}`)
  return import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)
}

describe('words in two parts', () => {
  it('are parted by keys and by names', () => {
    expect(partWords({ a: 1, b: { c: 2, d: 3 }, e: 4 }, { a: true, b: ['c'] })).toEqual({
      first: { a: 1, b: { c: 2 } },
      rest: { b: { d: 3 }, e: 4 },
    })
  })

  it.each([
    ...editions.map(edition => [edition.name, slideWordsOf(edition), firstKeys] as const),
    ['the addon, English', en, firstTalkKeys] as const,
    ['the addon, Chinese', zh, firstTalkKeys] as const,
  ])('make the whole again: %s', async (_, words, keys) => {
    const plugin = firstWords<object>('#some-words', keys, async () => words)
    const { words: first } = await exported(plugin, '#first-some-words') as { words: object }
    expect((await exported(plugin, '#some-words', first)).default).toEqual(words)
    expect(Object.keys(first).sort()).toEqual(Object.keys(keys).sort())
    expect(JSON.stringify(first).length).toBeLessThan(JSON.stringify(words).length * 2 / 3)
  })

  it('are those of slides alone', () => {
    for (const edition of editions)
      expect(slideWordsOf(edition)).not.toHaveProperty('reading')
  })

  it('have their numbers in them', () => {
    for (const edition of editions)
      expect(JSON.stringify(partWords(slideWordsOf(edition), firstKeys))).not.toContain('[[')
  })
})
