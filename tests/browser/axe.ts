import type { AxeResults, ElementContext, NodeResult, Result } from 'axe-core'
import type { Page } from 'playwright-core'
import axe from 'axe-core'

/** WCAG 2.2 A and AA, and what axe calls best practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

declare global {
  interface Window { axe: typeof axe }
}

/** What axe finds in a page. */
export interface Findings {
  /** One line for each element: rule, place, what axe found. */
  violations: string[]
  /** The rules behind them. */
  rules: string[]
  /** Selectors of texts whose contrast axe leaves undecided. */
  undecided: string[]
}

function lines(results: Result[]): string[] {
  const found = (node: NodeResult) => [...node.any, ...node.all, ...node.none].map(({ message }) => message).join('; ')
  return results.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}: ${found(node)}`))
}

/** Makes a page ready for axe: Slidev's drawing layer lies over the slide, and with it axe cannot tell any text's background. */
async function prepare(page: Page): Promise<{ isFirst: boolean }> {
  if (await page.evaluate(() => 'axe' in window))
    return { isFirst: false }
  await page.evaluate(axe.source)
  await page.addStyleTag({ content: '.slidev-slide-content > svg { display: none !important }' })
  return { isFirst: true }
}

/** Runs in the page. */
function run({ rules, preload }: { rules: string[], preload: boolean }): Promise<AxeResults> {
  // Slidev keeps the slides that were shown, and axe would go through all of them.
  const exclude = [...document.querySelectorAll('#slideshow > [data-slidev-no]')].filter(slide => slide.getClientRects().length === 0)
  return window.axe.run({ include: [document], exclude } as unknown as ElementContext, {
    runOnly: rules,
    resultTypes: ['violations', 'incomplete'],
    preload,
  })
}

/**
 * Asks axe about the whole document as it is now.
 * @param page which
 * @param options what to ask
 * @param options.colours only about contrast: where all else was asked in the other colour scheme
 * @throws when axe saw no text, because then it proves nothing
 */
export async function findings(page: Page, { colours = false }: { colours?: boolean } = {}): Promise<Findings> {
  // To read all style sheets takes a quarter of its time, and they stay the same.
  const { isFirst } = await prepare(page)
  const { violations, incomplete, passes } = await page.evaluate(run, { rules: colours ? ['color-contrast'] : RULES, preload: isFirst })
  if (!passes.some(({ id }) => id === 'color-contrast'))
    throw new Error(`axe saw no text at ${page.url()}`)
  return {
    violations: lines(violations),
    rules: violations.map(({ id }) => id),
    undecided: incomplete.filter(({ id }) => id === 'color-contrast').flatMap(({ nodes }) => nodes.map(({ target }) => target.join(' '))),
  }
}
