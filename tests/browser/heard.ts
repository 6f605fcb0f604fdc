import type { Page } from 'playwright-core'

declare global {
  interface Window {
    /** What the live regions of the window have come to say since `listen`. */
    heard?: string[]
  }
}

/** Longer than the window takes from a press to what it says of it, in milliseconds: `SETTLES_IN` of `addon/composables/useVoice.ts`. */
const QUIET = 200
/** For a press that says nothing, and for one that should say something on a busy machine. */
const [SILENCE, PATIENCE] = [400, 5000]

/** Writes down from now on what a screen reader is told of what changes. */
export async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    if (window.heard) {
      window.heard = []
      return
    }
    window.heard = []
    const held = new Map<Element, string>()
    const textOf = (region: Element) => region.textContent.replace(/\s+/g, ' ').trim()
    const regions = () => document.querySelectorAll('[aria-live], [role=status], [role=alert]')
    for (const region of regions())
      held.set(region, textOf(region))
    new MutationObserver(() => {
      for (const region of regions()) {
        const text = textOf(region)
        // A region that comes with its text is not heard.
        if (held.has(region) && text && text !== held.get(region))
          window.heard!.push(text)
        held.set(region, text)
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true })
  })
}

/** What was said since it was last asked, once something was and nothing more is. Nothing after five seconds. */
export async function heard(page: Page): Promise<string[]> {
  return page.evaluate(async ({ QUIET, PATIENCE }) => {
    const wait = (time: number) => new Promise(resolve => setTimeout(resolve, time))
    const end = performance.now() + PATIENCE
    while (window.heard!.length === 0 && performance.now() < end)
      await wait(20)
    for (let count = 0; count < window.heard!.length;) {
      count = window.heard!.length
      await wait(QUIET)
    }
    return window.heard!.splice(0)
  }, { QUIET, PATIENCE })
}

/** What was said since it was last asked, where nothing should be. */
export async function heardInSilence(page: Page): Promise<string[]> {
  await page.waitForTimeout(SILENCE)
  return page.evaluate(() => window.heard!.splice(0))
}

/** Runs in the page: words that a screen reader says as one, as nothing stands between them. */
function gluedTexts(within: string): string[] {
  const root = document.querySelector(within)!
  const isBreak = (element: Element) => element.localName === 'br' || element.localName === 'wbr'
    || (!(element instanceof SVGElement) && !/^(?:inline|contents|ruby)/.test(getComputedStyle(element).display))
  const found: string[] = []
  let before = ''
  let drawn: Element | null = null
  const visit = (node: Node) => {
    if (node instanceof Text && node.data) {
      const last = before.at(-1) ?? ' '
      const words = /[\p{L}\p{N}]/u
      // Chinese has no spaces between words, but two texts of a drawing are no sentence.
      const text = node.parentElement!.closest('text')
      const areApart = /\p{Script=Han}/u.test(last + node.data[0]) && text === drawn
      if (words.test(last) && words.test(node.data[0]!) && !areApart)
        found.push(`${before.slice(-20)}|${node.data.slice(0, 20)}`)
      before += node.data
      drawn = text
    }
    if (!(node instanceof Element) || node.getAttribute('aria-hidden') === 'true' || !node.checkVisibility())
      return
    const stands = isBreak(node)
    if (stands)
      before = ''
    node.childNodes.forEach(visit)
    if (stands)
      before = ''
  }
  visit(root)
  return found
}

interface ReadNode { role: string, name: string, description: string }

/** What a screen reader finds in the main part of a page: role, name and description, by Chromium's accessibility tree. */
async function accessibleNodes(page: Page): Promise<ReadNode[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  const byId = new Map(nodes.map(node => [node.nodeId, node]))
  const textOf = (value: { value?: unknown } | undefined) => String(value?.value ?? '').replace(/\s+/g, ' ').trim()
  const main = nodes.find(({ role }) => role?.value === 'main')
  const found: ReadNode[] = []
  const visit = (id: string) => {
    const node = byId.get(id)
    if (!node)
      return
    if (!node.ignored)
      found.push({ role: textOf(node.role), name: textOf(node.name), description: textOf(node.description) })
    node.childIds?.forEach(visit)
  }
  visit(main?.nodeId ?? nodes[0]!.nodeId)
  return found
}

/**
 * What is wrong with what a screen reader reads of a page: words without a space between, a name that is said again as a description, and a
 * finding that is said more than once, or never.
 */
export async function badReading(page: Page, findings: readonly string[]): Promise<string[]> {
  const nodes = await accessibleNodes(page)
  const glued = await page.evaluate(gluedTexts, '[role=main]')
  const twice = nodes.filter(({ name, description }) => description && (name.includes(description) || description.includes(name)))
  return [
    ...glued.map(text => `words are one: ${text}`),
    ...twice.map(({ role, name }) => `said twice: ${role} ${name}`),
    ...findings.flatMap((finding) => {
      const said = nodes.filter(({ role, name, description }) => role !== 'InlineTextBox' && `${name} ${description}`.includes(finding))
      return said.length === 1 ? [] : [`said ${said.length} times, ${said.map(({ role }) => role).join(', ')}: ${finding}`]
    }),
  ]
}
