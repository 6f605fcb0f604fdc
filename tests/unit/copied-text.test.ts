import { describe, expect, it } from 'vitest'
import { withWordsApart } from '../../addon/lib/copied-text'

/** Texts by their place: of one place where a list is in a list. */
function piecesOf(...places: readonly (string | readonly string[])[]) {
  return places.flatMap((texts, place) => [texts].flat().map(text => ({ text, place })))
}

describe('what is copied', () => {
  it.each([
    ['texts of a drawing', 'onetwo three', ['one', 'two three'], 'one\ntwo three'],
    ['Chinese ones', '学研产', ['学', '研', '产'], '学\n研\n产'],
    ['marks that mean something in a pattern', 'a (b)150+', ['a', '(b)', '150+'], 'a (b)\n150+'],
  ])('has a new line between %s', (_, whole, places, apart) => {
    expect(withWordsApart(whole, piecesOf(...places))).toBe(apart)
  })

  it.each([
    ['what stands in one line', 'five, six', [['fi', 've', ', six']]],
    ['lines, cells and space that are there', 'one\n\ntwo\tthree  four\n', ['one', 'two', 'three', ' four ']],
    ['lists', '1. one\n - two', ['one', 'two']],
    ['what the browser leaves out', 'one two', ['one', 'a button', 'two', 'a heading twice']],
  ])('keeps %s', (_, whole, places) => {
    expect(withWordsApart(whole, piecesOf(...places))).toBe(whole)
  })
})
