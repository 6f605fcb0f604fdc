import { readFileSync } from 'node:fs'
import { parseSync } from '@slidev/parser'
import { describe, expect, it } from 'vitest'
import { problemText } from '../../addon/lib/problem'
import { figures } from '../../data'
import deck from '../../deck'
import { slideEvidence } from '../../figures/slide-evidence'
import { sourcesPage, sourcesPageOf, sourcesPages } from '../../figures/sources-pages'
import { editions } from '../../locales/editions'
import { numberWords } from '../../locales/number-words'

/** What each check looks at, and how its sentences read: `validate-slides.test.ts`. */
it('the deck has no problem: data, words, and the slides of all editions', async () => {
  expect((await deck.problems({})).map(problemText)).toEqual([])
})

it('the pages of the appendix list every figure once', () => {
  expect(Array.from({ length: sourcesPages }, (_, index) => sourcesPage(index + 1)).flat()).toEqual(figures)
})

it.each(figures)('"Source" beside $id leads to the page of the appendix that lists it', ({ id }) => {
  expect(sourcesPage(sourcesPageOf(id)).map(figure => figure.id)).toContain(id)
})

describe.each(editions)('the slides in $name', (edition) => {
  it('are all read', () => {
    const { slides } = parseSync(readFileSync(edition.entry, 'utf8'), edition.entry)
    expect(slides.length).toBeGreaterThan(20)
    expect(slides.flatMap(({ content }) => slideEvidence(content).exhibits).length).toBeGreaterThan(20)
  })

  it('lead with "In detail" to the page that has their data, where the appendix has one besides the list of all figures', () => {
    const { slides } = parseSync(readFileSync(edition.entry, 'utf8'), edition.entry)
    const pages = slides.map(({ content, frontmatter: { id, act, backup } }) =>
      ({ id, act, backup, files: slideEvidence(content).dataFiles }))
    const fit = ({ files }: typeof pages[number]) => pages
      .filter(page => page.act === 'appendix' && page.files.some(file => file !== 'all-figures' && files.includes(file)))
      .map(({ id }) => id)
    // In the appendix it leads on, to who says so.
    const led = pages.filter(page => page.act !== 'appendix' && page.backup && fit(page).length > 0)
    expect(led).not.toEqual([])
    for (const page of led)
      expect(fit(page), String(page.id)).toContain(page.backup)
  })

  it('have exhibits without a typed number in their words', () => {
    const files = ['', '.documents'].map(part => readFileSync(`locales/${edition.id}${part}.ts`, 'utf8'))
    const source = files.join('').replace(/\[\[[^\]]+\]\]|\{n\}/g, '')
    const strings = Array.from(source.matchAll(/: '([^']*)'/g), match => match[1]!)
    expect(strings.length).toBeGreaterThan(150)
    expect(strings.filter(string => /\d/.test(string))).toEqual([])
  })

  it('would be told of a number in words', () => {
    expect({ en: 'a dozen people', zh: '四家公司' }[edition.id]).toMatch(numberWords[edition.id].words)
  })
})
