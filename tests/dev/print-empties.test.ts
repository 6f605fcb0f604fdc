import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../../addon/node/browser/browser'
import { printEmpties } from '../../addon/node/print/print-empties'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** What is wrong with a print page of one slide that is to mount these exhibits. */
async function emptiesOf(content: string, ...exhibits: string[]): Promise<string[]> {
  const page = await browser.newPage()
  await page.setContent(`<div class="print-slide-container"><h1>Claim</h1>${content}</div>`)
  await page.evaluate('globalThis.__name = fn => fn')
  const found = await page.evaluate(`(${printEmpties.toString()})(['1 (first)'], ${JSON.stringify([exhibits])})`) as string[]
  await page.close()
  return found
}

const FOR_OTHERS = '<p class="sr-only">What it shows</p><button>Enlarge</button>'
const figure = (content: string) => `<figure data-exhibit="PaperChart">${content}${FOR_OTHERS}</figure>`

it.each([
  ['a component that nobody knows', '<paprchart></paprchart>', [], ['slide 1 (first): nothing answers to <paprchart>']],
  ['one in kebab case', '<papr-chart></papr-chart>', [], ['slide 1 (first): nothing answers to <papr-chart>']],
  ['an exhibit that is not there', '<p>Text</p>', ['PaperChart'], ['slide 1 (first): PaperChart shows nothing']],
  ['an exhibit that shows nothing', figure(''), ['PaperChart'], ['slide 1 (first): PaperChart shows nothing']],
  ['one with an empty picture', figure('<svg></svg>'), ['PaperChart'], ['slide 1 (first): PaperChart shows nothing']],
  ['a chart', figure('<div><canvas></canvas></div>'), ['PaperChart'], []],
  ['a drawing', figure('<svg><path d="M0 0h1" /></svg>'), ['PaperChart'], []],
  ['a table', figure('<table><tr><td>A</td></tr></table>'), ['PaperChart'], []],
])('the proof of a print page on %s', async (_, content, exhibits, faults) => {
  expect(await emptiesOf(content, ...exhibits)).toEqual(faults)
})
