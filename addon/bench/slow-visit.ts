import type { CDPSession, Page } from 'playwright-core'

/** A slow phone on a slow network: processor, bits a second, milliseconds for a round trip. */
export const SLOWDOWN = 4
export const BANDWIDTH = 1_600_000
export const LATENCY = 150

/** Makes a page that slow, from its next navigation on. */
export async function slowDown(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY,
    downloadThroughput: BANDWIDTH / 8,
    uploadThroughput: BANDWIDTH / 8,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  return session
}
