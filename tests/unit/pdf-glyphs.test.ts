import { describe, expect, it } from 'vitest'
import { readUnicodeMap, withoutRanges } from '../../addon/node/print/pdf-glyphs'

const MAP = `1 beginbfchar
<0003> <4E00>
endbfchar
3 beginbfrange
<0039> <003A> <FF1A>
<0040> <0041> [<00660074> <D83DDE00>]
<0100> <01FF> <3400>
endbfrange
endcmap`

describe('what codes of a font stand for', () => {
  it('is the same when each is told by itself', () => {
    const told = withoutRanges(MAP)
    expect(told).not.toContain('bfrange')
    expect(readUnicodeMap(told)).toEqual(readUnicodeMap(MAP))
    expect(readUnicodeMap(told).get(0x3A)).toBe('；')
    expect(readUnicodeMap(told).get(0x40)).toBe('ft')
    expect(readUnicodeMap(told).size).toBe(261)
    expect(told).toContain('<0003> <4E00>')
  })

  it('comes in blocks of a hundred at most', () => {
    const blocks = [...withoutRanges(MAP).matchAll(/(\d+) beginbfchar\n([\s\S]*?)\nendbfchar/g)]
    expect(blocks.map(([, count]) => Number(count))).toEqual([1, 100, 100, 60])
    expect(blocks.map(([, , lines]) => lines!.split('\n').length)).toEqual([1, 100, 100, 60])
  })
})
