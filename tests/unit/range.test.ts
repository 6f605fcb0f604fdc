import { expect, it } from 'vitest'
import { parseRange } from '../../addon/node/cli/range'

it('reads numbers and ranges, each once', () => {
  expect(parseRange('3,5-8, 6', 22)).toEqual([3, 5, 6, 7, 8])
})

it.each(['0', '23', '8-5', 'x', '', '3-'])('refuses "%s" and says what it takes', (text) => {
  expect(() => parseRange(text, 22)).toThrow('within 1 to 22')
})
