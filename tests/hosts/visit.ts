import type { Browser, Page } from 'playwright-core'
import type { Host } from './servers'
import { words } from '../../addon/locales'
import { newDeckPage, position, waitUntilStill } from '../../addon/node/browser/deck-page'
import { watchProblems } from '../../addon/node/browser/page-problems'
import { WITHOUT_REST } from '../browser/rest'

/** Until a visitor rests, and the deck has been kept, on a machine with other work to do. */
const KEPT = 150_000

/** What a visitor who has been there once asks for without a network, below the deck, and what has to be seen there. */
const OFFLINE: readonly [address: string, selector: string][] = [
  ['', '#slideshow .slidev-layout'],
  ['3', '#slideshow .slidev-layout'],
  ['3/', '#slideshow .slidev-layout'],
  ['2/?clicks=1', '#slideshow .slidev-layout'],
  ['3/index.html', '#slideshow .slidev-layout'],
  ['zh/', '#slideshow .slidev-layout'],
  ['zh/3/', '#slideshow .slidev-layout'],
  ['zh/3', '#slideshow .slidev-layout'],
  ['presenter/2', '.slidev-presenter'],
  ['presenter/', '.slidev-presenter'],
  ['overview/', '.slidev-layout'],
  ['print/', '.slidev-layout'],
  ['no/such/page', 'main h1'],
  ['zh/3x', 'main h1'],
]

/** Waits until the deck is kept, and serves this page. */
async function kept(page: Page): Promise<void> {
  page.setDefaultTimeout(KEPT)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  // Also where an earlier page has asked: it answers when it has all.
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    const { port1, port2 } = new MessageChannel()
    await new Promise((resolve) => {
      port1.onmessage = resolve
      active!.postMessage({ type: 'KEEP' }, [port2])
    })
  })
  page.setDefaultTimeout(30_000)
}

/** What went wrong in a visit; nothing where all was as it should be. */
export async function visitFaults(browser: Browser, host: Host, next: string): Promise<string[]> {
  const faults: string[] = []
  const page = await newDeckPage(browser, { offline: true })
  await page.addInitScript(WITHOUT_REST)
  const { origin } = new URL(host.url)
  const problems = watchProblems(page, origin)
  const fault = (what: string, found: unknown) => void faults.push(`${what}: ${String(found instanceof Error ? found.message.split('\n')[0] : found)}`)
  const attempt = async (what: string, action: () => Promise<void>) => action().catch(error => fault(what, error))

  await attempt('first load', async () => {
    await page.goto(host.url)
    await waitUntilStill(page, 1)
  })
  await attempt('deep link', async () => {
    await page.goto(`${host.url}2/?clicks=1`)
    await waitUntilStill(page, 2)
    await page.reload()
    await waitUntilStill(page, 2)
    const { no, clicks } = await position(page)
    if (no !== 2 || clicks !== 1)
      throw new Error(`shows slide ${no}, click ${clicks}`)
  })
  // What the reload cut off is nobody's fault.
  const real = problems.filter(problem => !problem.includes('ERR_ABORTED'))
  if (real.length > 0)
    fault('console', real.join('; '))
  await attempt('worker', () => kept(page))
  await attempt('offline', async () => {
    await host.stop()
    for (const [address, selector] of OFFLINE) {
      await attempt(`offline at /${address}`, async () => {
        await page.goto(host.url + address)
        await page.locator(selector).first().waitFor({ state: 'attached', timeout: 20_000 })
      })
    }
  })
  await attempt('update', async () => {
    await host.deploy(next)
    await host.start()
    await page.goto(`${host.url}2/?clicks=1`)
    await waitUntilStill(page, 2)
    const version = () => page.locator('meta[name="deployment"]').count()
    if (await version() > 0)
      throw new Error('the new version did not wait')
    const notice = page.locator('[aria-live=polite]').filter({ hasText: words.labels.newVersion })
    await notice.waitFor({ timeout: KEPT })
    const loaded = page.waitForEvent('load')
    await notice.getByRole('button', { name: words.labels.reload }).click()
    await loaded
    await waitUntilStill(page, 2)
    const { no, clicks } = await position(page)
    if (await version() === 0 || no !== 2 || clicks !== 1)
      throw new Error(`${await version() === 0 ? 'the old version' : 'the new one'} at slide ${no}, click ${clicks}`)
  })
  await page.context().close()
  return faults
}
