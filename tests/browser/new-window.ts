import type { Page } from 'playwright-core'

/**
 * Opens another window beside a page's, as a speaker has two: of two tabs in one window a browser hardly draws the one behind. It knows of
 * all that the first one does.
 */
export async function newWindow(page: Page): Promise<Page> {
  const context = page.context()
  const session = await context.newCDPSession(page)
  const { targetInfo: { browserContextId } } = await session.send('Target.getTargetInfo')
  await session.detach()
  const whole = await context.browser()!.newBrowserCDPSession()
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    whole.send('Target.createTarget', { url: 'about:blank', browserContextId, newWindow: true }),
  ])
  await whole.detach()
  return opened
}
