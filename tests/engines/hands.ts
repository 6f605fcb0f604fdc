import type { Faults, WalkedEdition } from './walk'
import type { EngineWindow } from './window'
import { arrive, openAt, problemsOf, shownIn, standsStill } from './walk'
import { until } from './window'

const selected = (window: EngineWindow) => window.evaluate(() => String(getSelection()))
/** Where a visible element is, in the window's pixels. */
function boxOf(window: EngineWindow, selector: string) {
  return window.evaluate((selector) => {
    const element = [...document.querySelectorAll(selector)].find(element => element.checkVisibility())
    const { x, y, width, height } = element!.getBoundingClientRect()
    return { x, y, width, height }
  }, selector)
}

/**
 * Text is selected by mouse and by key, and never steps; a stroke comes back after a reload.
 * @param window of a visitor
 * @param edition of which site
 * @param no a slide with a click, an exhibit and words only for screen readers
 * @param faults grows by what is wrong
 */
export async function walkHands(window: EngineWindow, edition: WalkedEdition, no: number, faults: Faults): Promise<void> {
  const { site, url } = edition
  await window.resize(1280, 720)
  await arrive(window, site)
  await openAt(window, url, no, 1)
  const title = await window.evaluate(() =>
    [...document.querySelectorAll('#slideshow h1')].find(title => title.checkVisibility())!.textContent.trim())
  const { x, y, height } = await boxOf(window, '#slideshow h1')
  await window.drag([x + 2, y + height / 2], [x + 200, y + height / 2])
  const dragged = await selected(window)
  if (dragged.length < 5 || !title.includes(dragged.trim()))
    faults.push(`the mouse selects "${dragged}" of "${title}"`)
  await window.press('Shift+ArrowLeft')
  const shorter = await selected(window)
  if (shorter.length !== dragged.length - 1)
    faults.push(`Shift with an arrow makes "${shorter}" of "${dragged}"`)
  await window.press('Control+a')
  const all = await selected(window)
  const unwanted = await window.evaluate(() => [...document.querySelectorAll('.sr-only, #slideshow button')]
    .filter(element => element.checkVisibility())
    .map(element => element.textContent.trim())
    .filter(Boolean))
  if (!all.includes(title))
    faults.push(`all that is selected lacks the title: "${all}"`)
  faults.push(...unwanted.filter(text => all.includes(text) && text !== title).map(text => `what is selected has "${text}"`))
  // In a drawing, and side by side or below each other by style alone.
  await window.evaluate(() => {
    const slide = [...document.querySelectorAll('#slideshow .slidev-layout')].find(slide => slide.checkVisibility())!
    slide.insertAdjacentHTML('beforeend', '<div style="position: absolute"><svg><text y="20">one</text><text y="40">two</text></svg>'
    + '<p style="display: grid"><span>three</span><span>four</span></p><p>fi<em>ve</em></p></div>')
    addEventListener('copy', ({ clipboardData }) => {
      globalThis.document.documentElement.dataset.copied = clipboardData!.getData('text/plain') || String(getSelection())
    }, { once: true })
  })
  await window.press('Control+a')
  await window.press('Control+c')
  const copied = await window.evaluate(() => document.documentElement.dataset.copied ?? '')
  if (!/\bone\s+two\s+three\s+four\s+five\b/.test(copied))
    faults.push(`copied are the words "${copied.slice(-40)}"`)
  const now = await shownIn(window)
  if (now.no !== no || now.clicks !== 1)
    faults.push(`selecting steps to slide ${now.no}, click ${now.clicks}`)

  await window.goto(`${url}presenter/${no}`)
  await standsStill(window, no)
  const pen = await boxOf(window, '.slidev-icon-btn:has(> [class*="carbon:pen"])')
  await window.click(pen.x + pen.width / 2, pen.y + pen.height / 2)
  const slide = await boxOf(window, '#slide-content')
  await window.drag([slide.x + slide.width / 2, slide.y + 200], [slide.x + slide.width / 2 + 120, slide.y + 260])
  const strokes = () => document.querySelectorAll('#slide-content > svg path').length === 1
  await until(window, 'a stroke is drawn', strokes).catch(error => faults.push(String(error)))
  await window.reload()
  await standsStill(window, no)
  await until(window, 'the stroke comes back', strokes).catch(error => faults.push(String(error)))
  faults.push(...await problemsOf(window, site))
}
