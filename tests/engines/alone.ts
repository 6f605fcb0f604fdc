import type { Faults } from './walk'
import type { EngineWindow } from './window'
import { serveDist } from '../../addon/node/browser/static-server'
import { arrive } from './walk'
import { until } from './window'

/** Keys from the first of the five slides on, and where each leads: heading, step and path below the base. */
const WAY = [
  ['ArrowRight', 'The office drinks most tea on Friday', '0', '2/'],
  ['Space', 'The office drinks most tea on Friday', '1', '2/?clicks=1'],
  ['PageDown', 'The office drinks most tea on Friday', '2', '2/?clicks=2'],
  ['ArrowDown', 'What comes with the addon', '0', '3/'],
  ['PageUp', 'The office drinks most tea on Friday', '2', '2/?clicks=2'],
  ['End', 'All numbers', '0', '5/'],
  ['Home', 'Five slides on the addon alone', '0', '1/'],
] as const

/** Walks through the prerendered slides by keys, as the live deck never comes, and expects what that would show. */
export async function walkAlone(window: EngineWindow, dist: string, faults: Faults): Promise<void> {
  const server = await serveDist({ dir: dist, isHidden: path => /\/index-[^/]*\.js$/.test(path) })
  await arrive(window, server)
  await window.goto(server.url)
  for (const [key, heading, step, path] of WAY) {
    await window.press(key)
    const leads = ([heading, step, address]: string[]) =>
      document.querySelector('#prerendered h1')?.textContent?.replace(/\s+/g, ' ').trim() === heading
      && document.documentElement.dataset.step === step && location.pathname + location.search === address
    await until(window, `${key} leads to ${path}`, leads, [heading, step, server.base + path])
      .catch((error: Error) => faults.push(error.message))
  }
  await window.press('t')
  await until(window, 'T leads to the other language', () => document.documentElement.lang === 'zh-CN')
    .catch((error: Error) => faults.push(error.message))
  await server.close()
}
