import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mutations } from '../../scripts/mutations/list'
import { mutated } from '../../scripts/mutations/run'
import { kinds } from '../../scripts/mutations/types'

describe.each(kinds)('ways to break the %s', (kind) => {
  const ways = mutations.filter(mutation => mutation.kind === kind)

  it('are ten or more, five of them proposed by someone who had not read the tests', () => {
    expect(ways.length).toBeGreaterThanOrEqual(10)
    expect(ways.filter(({ outside }) => outside).length).toBeGreaterThanOrEqual(Math.max(5, ways.length / 2))
  })

  it.each(ways)('still change the sources: $name', (way) => {
    const text = readFileSync(way.file, 'utf8')
    expect(mutated(text, way)).not.toBe(text)
  })

  it.each(ways)('name tests that are there: $name', ({ tests: [, ...files] }) => {
    expect(files.length).toBeGreaterThan(0)
    expect(files.filter(file => !existsSync(`tests/${file}`))).toEqual([])
  })
})

it('no two are the same', () => {
  expect(new Set(mutations.map(({ name }) => name)).size).toBe(mutations.length)
  expect(new Set(mutations.map(({ file, find, replace }) => [file, find, replace].join('\n'))).size).toBe(mutations.length)
})
