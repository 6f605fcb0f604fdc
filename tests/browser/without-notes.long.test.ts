import type { StaticServer } from '../../addon/node/browser/static-server'
import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { talkWordsOf } from '../../addon/locales/all'
import { newDeckPage } from '../../addon/node/browser/deck-page'
import { serveDist } from '../../addon/node/browser/static-server'
import { ROOT } from '../../addon/node/deck'
import { loadSlides } from '../../addon/node/slidev/slides'
import { editions } from '../../locales/editions'
import { noOf } from './deck'
import { useBrowser } from './visits'

const OUT = '.cache/without-notes'
const dist = path.join(ROOT, OUT)
const browser = useBrowser()
/** Shorter ones stand on slides, too. */
const LEAST = { en: 30, zh: 12 }

/** Text as it stands in a file of any kind: without tags, blanks, and what a script or a page writes for a sign. */
function plain(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/<[^>]*>/g, '')
    .replace(/&#39;|&rsquo;|’|\\'/g, '\'')
    .replace(/&quot;|[“”]|\\"/g, '"')
    .replace(/[\s\u2060\u200B*_]+/g, '')
}

describe('a site that was built without notes', () => {
  let server: StaticServer
  beforeAll(async () => {
    const env = { ...process.env, NODE_ENV: undefined }
    const args = ['--import', 'tsx', 'addon/commands/build.ts', '--out', OUT, '--without-notes']
    await promisify(execFile)(process.execPath, args, { cwd: ROOT, env, maxBuffer: 2 ** 26 })
    server = await serveDist({ dir: dist })
  }, 900_000)
  afterAll(() => server?.close())

  it.each(editions)('has no sentence of them in any file, in $name', async (edition) => {
    const notes = (await loadSlides(edition)).map(({ note }) => (note ?? '').replace(/\[click[^\]]*\]/g, ''))
    const sentences = notes.flatMap(note => note.split(/(?<=[.!?。！？])\s*/)).map(plain).filter(({ length }) => length > LEAST[edition.id])
    expect(sentences.length).toBeGreaterThan(100)
    const files = (await readdir(dist, { recursive: true })).filter(file => /\.(?:html|js|css|json|csv|webmanifest|xml|txt)$/.test(file))
    for (const file of files) {
      const text = plain(await readFile(path.join(dist, file), 'utf8'))
      expect(sentences.filter(sentence => text.includes(sentence)), file).toEqual([])
    }
  }, 120_000)

  it.each(editions)('has no reading page, and a presenter\'s view that says so, in $name', async ({ folder, language }) => {
    expect((await fetch(`${server.url}${folder}read/`)).status).toBe(404)
    const page = await newDeckPage(browser())
    await page.goto(`${server.url}${folder}presenter/${noOf('model')}/`)
    await page.getByText(talkWordsOf(language).stage.withoutNotes).waitFor()
    expect(await page.locator('a[href*="/read/"]').count()).toBe(0)
    await page.context().close()
  })
})
