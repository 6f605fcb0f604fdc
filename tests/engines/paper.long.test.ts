import type { WalkedSite } from './served'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { withoutSpaces } from '../../addon/node/print/pdf-read'
import { readPrint } from '../browser/paper'
import { useEngine } from './engine'
import { missingToPrint } from './missing'
import { pagesReady, printAll, slideReady } from './printer'
import { serveForWalk } from './served'

const missing = missingToPrint(inject('engine'))
if (missing)
  console.warn(`Not printed in ${inject('engine')}: ${missing}`)

/** What comes out of a printer, of five slides. */
describe.skipIf(missing)(`five slides on paper, by ${inject('engine')}`, () => {
  const engine = useEngine()
  const { dist, url: base, editions: { en: { url, slides } } } = inject('sites').fixture
  const { no } = slides.find(({ id }) => id === 'chart')!
  const titles = slides.map(({ title }) => withoutSpaces(title!.replaceAll('`', '')))
  let site: WalkedSite
  beforeAll(async () => {
    site = await serveForWalk(dist)
  })
  afterAll(() => site.close())

  it('are each one page: from the window of a slide, from the presenter\'s, of the print page and of the handout', async () => {
    const at = (path: string) => url.replace(base, site.url) + path
    const [slide, across, presenter, print, handout] = await Promise.all(
      (await printAll(engine(), site, [
        { url: at(`${no}?clicks=1`), sheet: 'A4', ready: slideReady, count: no },
        { url: at(`${no}?clicks=1`), sheet: 'A4 across', ready: slideReady, count: no },
        { url: at(`presenter/${no}?clicks=1`), sheet: 'A5', ready: slideReady, count: no },
        { url: at('print'), sheet: 'A4', ready: pagesReady, count: slides.length },
        { url: at('handout/'), sheet: 'A4', ready: pagesReady, count: slides.length },
      ])).map(readPrint),
    )
    for (const { pages, images } of [slide!, across!, presenter!]) {
      expect(pages).toHaveLength(1)
      for (const part of [titles[no - 1]!, 'Monday', 'Thursday', '16', 'cups'])
        expect(pages[0]).toContain(part)
      expect(images, 'a chart as a picture').toBe(0)
    }
    for (const { pages } of [print!, handout!]) {
      expect(pages).toHaveLength(slides.length)
      pages.forEach((text, index) => expect(text).toContain(titles[index]))
    }
  })
})
