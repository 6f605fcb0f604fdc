import type { Browser } from 'playwright-core'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { marked } from 'marked'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../../addon/node/browser/browser'
import { openPdf } from '../../addon/node/print/pdf-read'

/** A face of our own, so that every machine breaks lines alike. Ideographs are a square in any face. */
const FACE = readFileSync(
  createRequire(import.meta.url).resolve('@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2'),
  'base64',
)
/** Like a document in print: ten points, and no more air than between its parts. */
const STYLE = `
  @font-face { font-family: Print; src: url(data:font/woff2;base64,${FACE}) }
  body { margin: 0; font: 10pt/1.35 Print, sans-serif }
  h1 { margin: 0 0 .3em; font-size: 1.6em } h2 { margin: .7em 0 .2em; font-size: 1.2em }
  p, ol, ul, table { margin: .3em 0 } ol, ul { padding-left: 1.5em } table { border-collapse: collapse } th, td { padding: .1em .5em; border: 1px solid; text-align: left }
  code, kbd { font: inherit }`

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
}, 30_000)
afterAll(() => browser?.close())

it.each(['docs/presenting.md', 'docs/presenting.zh.md'])('%s is one printed page', { timeout: 30_000 }, async (file) => {
  const page = await browser.newPage()
  await page.setContent(`<!doctype html><style>${STYLE}</style>${await marked(readFileSync(file, 'utf8'))}`)
  await page.evaluate(() => document.fonts.ready)
  const pdf = await openPdf(await page.pdf({ format: 'A4', margin: { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' } }))
  expect(pdf.numPages).toBe(1)
  await pdf.destroy()
  await page.close()
})
