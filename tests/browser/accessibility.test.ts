import type { AxeResults, NodeResult, Result } from 'axe-core'
import axe from 'axe-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { goTo } from '../../scripts/deck-page'
import { lowContrast } from './contrast'
import { SCHEMES, slides, useBrowser, useDeck } from './deck'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

declare global {
  interface Window { axe: typeof axe }
}

/** One line for each element: rule, place, what axe found. */
function lines(results: Result[]): string[] {
  const found = (node: NodeResult) => [...node.any, ...node.all, ...node.none].map(({ message }) => message).join('; ')
  return results.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}: ${found(node)}`))
}

const browser = useBrowser()

describe.each(SCHEMES)('in $scheme', ({ dark }) => {
  const deck = useDeck(browser, { dark })

  beforeAll(async () => {
    await deck().evaluate(axe.source)
    // Slidev's drawing layer lies over the slide: with it axe cannot tell any text's background.
    await deck().addStyleTag({ content: '#slide-content > svg { display: none !important }' })
  })

  it.each(slides)('$no $id has no WCAG A or AA violation and no contrast left undecided', async ({ no }) => {
    await goTo(deck(), no)
    const { violations, incomplete, passes }: AxeResults = await deck().evaluate(rules => window.axe.run('#slide-content', { runOnly: rules }), RULES)
    expect.soft(lines(violations), 'violations').toEqual([])
    const undecided = incomplete.filter(({ id }) => id === 'color-contrast').flatMap(({ nodes }) => nodes.map(({ target }) => target.join(' ')))
    expect.soft(await lowContrast(deck(), undecided), 'undecided by axe, too low on pixels').toEqual([])
    expect(passes.map(({ id }) => id), 'axe saw text').toContain('color-contrast')
  })
})

describe('every exhibit', () => {
  const deck = useDeck(browser)

  it.each(slides)('on $no $id is named by its finding, and its text is not lost behind a picture', async ({ no }) => {
    await goTo(deck(), no)
    const exhibits = await deck().evaluate(() => [...document.querySelectorAll('#slide-content [data-exhibit]')]
      .filter(exhibit => exhibit.getClientRects().length > 0)
      .map(exhibit => ({
        name: exhibit.getAttribute('aria-label') ?? '',
        swallowed: exhibit.querySelectorAll('svg[role=img] text').length,
        tables: exhibit.querySelectorAll('canvas').length - exhibit.querySelectorAll('canvas[aria-label][aria-describedby]').length,
      })))
    expect(exhibits).not.toEqual([])
    for (const { name, swallowed, tables } of exhibits) {
      expect(name).toMatch(/^\S.{20,}\.$/)
      expect(swallowed).toBe(0)
      expect(tables, 'canvases without a name or a table').toBe(0)
    }
  })

  it.each(slides)('on $no $id says which words are Chinese', async ({ no }) => {
    await goTo(deck(), no)
    const unmarked = await deck().evaluate(() => {
      const found: string[] = []
      const walker = document.createTreeWalker(document.querySelector('#slide-content')!, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) {
        const text = walker.currentNode.textContent ?? ''
        if (/\p{Script=Han}/u.test(text) && walker.currentNode.parentElement?.closest('[lang]')?.getAttribute('lang') !== 'zh-CN')
          found.push(text.trim())
      }
      return found
    })
    expect(unmarked).toEqual([])
  })
})
