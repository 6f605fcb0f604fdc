import type { Page } from 'playwright-core'

/**
 * Collects what goes wrong in a page from now on: errors and warnings in the console, uncaught errors, requests that fail or go to another
 * host. A static host answers the deep link itself with 404 and the deck, so the page's own address may; nothing else may.
 * @returns the list, which grows
 */
export function watchProblems(page: Page, origin: string): string[] {
  const problems: string[] = []
  page.on('console', (message) => {
    const isDeepLink = message.location().url === page.url() && message.text().includes('status of 404')
    if (['error', 'warning'].includes(message.type()) && !isDeepLink)
      problems.push(`console ${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', error => problems.push(`uncaught: ${error.message}`))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${origin}/`) && !/^(?:data|blob):/.test(url))
      problems.push(`request to another host: ${url}`)
  })
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    // The page went on before a picture had come.
    if (request.resourceType() !== 'image' || !reason.includes('ERR_ABORTED'))
      problems.push(`failed request: ${request.url()} (${reason})`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest())
      problems.push(`status ${response.status()}: ${response.url()}`)
  })
  return problems
}
