import type { Page } from 'playwright-core'
import type { Evidence, ExhibitName } from '../../data'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { clickMarkers } from '../../addon/lib/notes'
import { slideAnnouncement } from '../../addon/lib/slide-names'
import { words as talkWords } from '../../addon/locales'
import { goTo, position } from '../../addon/node/browser/deck-page'
import { flows, printables } from '../../data'
import { exhibits } from '../../data/exhibits'
import { textFiles } from '../../figures/data-files'
import { formatFigure } from '../../figures/format'
import { allWords as words } from '../../locales/documents'
import { editions } from '../../locales/editions'
import { findings } from './axe'
import { lowContrast } from './contrast'
import { badCopy } from './copy'
import { dist, edition, slides, url } from './deck'
import { badReading, heard, heardInSilence, listen } from './heard'
import { measure, overlaps } from './measure'
import { badSetting } from './setting'
import { unmarkedWords } from './unmarked-words'

/** A slide that stands still in its last click state. */
export interface Scene {
  readonly page: Page
  readonly slide: (typeof slides)[number]
  readonly dark: boolean
}

/** One question to a slide; the answer is what is wrong with it, a line each. */
export type Probe = (scene: Scene) => Promise<string[]>

/** Source lines and page markers may be this small; nothing may be smaller. Slide pixels. */
const SMALLEST_MARKED = 16
const SMALLEST = 18
const EPSILON = 0.05
/** Slide pixels: WCAG 2.2, target size (minimum). */
const SMALLEST_TARGET = 24
/** Milliseconds that an announcement may take. */
const ANNOUNCED = 5000

const files = textFiles(words)
const talk = slides.filter(({ act }) => act !== 'appendix').length
const unless = (holds: boolean, fault: string) => holds ? [] : [fault]

const layout: Probe = async ({ page }) => {
  const { texts, outside } = await measure(page)
  const small = texts.filter(({ size, small }) => size < (small ? SMALLEST_MARKED : SMALLEST) - EPSILON)
  return [
    ...unless(texts.length > 0, 'no text'),
    ...outside,
    ...overlaps(texts),
    ...small.map(({ text, size }) => `too small, ${size.toFixed(1)} px: ${text.slice(0, 60)}`),
  ]
}

const access: Probe = async ({ page, dark }) => {
  const { violations, undecided } = await findings(page, { colours: dark })
  return [...violations, ...await lowContrast(page, undecided)]
}

/** Runs in the page: exhibits without a name or a table, text that a picture swallows. */
function unsaid(): string[] {
  const shown = [...document.querySelectorAll('#slide-content [data-exhibit]')].filter(exhibit => exhibit.getClientRects().length > 0)
  const found = shown.length === 0 ? ['no exhibit is shown'] : []
  for (const exhibit of shown) {
    const name = (exhibit.getAttribute('aria-label') ?? exhibit.querySelector('canvas')?.getAttribute('aria-label')) ?? ''
    if (!/^\S.{8,}[.。]$/.test(name))
      found.push(`an exhibit is called "${name}"`)
    if (exhibit.querySelector('svg[role=img] text'))
      found.push(`text is lost behind a picture: ${name}`)
    const canvas = exhibit.querySelector('canvas')
    if (canvas && (!canvas.hasAttribute('aria-label') || !exhibit.querySelector('table[aria-label]')))
      found.push(`a canvas has no name or no table: ${name}`)
  }
  return found
}

const names: Probe = async ({ page, slide }) => {
  const { no, title } = slide
  const html = await readFile(path.join(dist, String(no), 'index.html'), 'utf8')
  const expected = /<title>([^<]*)/.exec(html)![1]!
  const actual = await page.title()
  const said = slideAnnouncement({ no, claim: title! }, talk, words.acts.appendix, talkWords)
  // The first slide is there before anything changes.
  const isSaid
    = no === 1
      || (await page
        .locator('[aria-live=polite]', { hasText: said })
        .waitFor({ state: 'attached', timeout: ANNOUNCED })
        .then(
          () => true,
          () => false,
        ))
  return [
    ...await page.evaluate(unsaid),
    ...(await page.evaluate(unmarkedWords, '#slide-content')).map(text => `not marked as another language: ${text}`),
    ...unless(actual === expected, `the window is called "${actual}", not "${expected}"`),
    ...unless(isSaid, `a screen reader never hears "${said}"`),
  ]
}

/** What a press on a slide has to say, a press each: the new mark with its figure and bound, the flow with its direction. */
const said = (id: keyof typeof words.figures) => formatFigure(printables.get(id)!, words, 'phrase')
const given = (from: string, to: string) => flows.filter(flow => flow.from === from && flow.to === to).map(({ id }) => words.flows[id])
const rows = (from: string) => [...new Set(flows.filter(flow => flow.from === from).map(({ id }) => words.flows[id]))]
const STEPS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'model': [
    [words.modelParts.academia, ...given('university', 'company'), words.modelParts.industry],
    [words.modelParts.industry, ...given('company', 'university'), words.modelParts.academia],
    rows('state'),
  ],
  'headcount-field': [[said('headcount-now')]],
  'headcount-chart': [[words.labels.notReported], [said('headcount-now'), said('headcount-growth')]],
  'papers': [[said('cvpr-papers'), said('eccv-papers')]],
  'training-time': [[said('training-here')]],
  'offices': [[said('named-cities'), words.cities.singapore]],
  'matrix': [rows('company'), rows('state')],
}

/** Each press forwards and back says one sentence; what it shows is in it. */
const steps: Probe = async ({ page, slide: { id, no } }) => {
  const wanted = STEPS[id] ?? []
  const { clicksTotal } = await position(page)
  const faults = unless(wanted.length === clicksTotal, `${wanted.length} steps have words, of ${clicksTotal}`)
  if (clicksTotal === 0)
    return faults
  await goTo(page, no, 0)
  await listen(page)
  await heardInSilence(page)
  for (const [key, all] of [['ArrowRight', wanted], ['ArrowLeft', wanted.toReversed()]] as const) {
    for (const texts of all) {
      await page.keyboard.press(key)
      const told = await heard(page)
      const lower = told.join(' | ').toLowerCase()
      faults.push(
        ...unless(told.length === 1, `${key} says ${told.length} sentences: ${told.join(' | ')}`),
        ...texts.flatMap(text => unless(lower.includes(text.toLowerCase()), `${key} does not say "${text}": ${told.join(' | ')}`)),
      )
    }
  }
  await goTo(page, no)
  return faults
}

const reading: Probe = async ({ page, slide: { no } }) => {
  const shown = await page.evaluate(no => [...document.querySelectorAll(`#slideshow > [data-slidev-no="${no}"] [data-exhibit]`)].map(exhibit =>
    exhibit.getAttribute('data-exhibit') as ExhibitName), no)
  return badReading(page, shown.map(name => ({ ...words.exhibits, ...words.others.exhibits })[name].finding))
}

const clicks: Probe = async ({ page, slide }) => {
  const { clicks, clicksTotal } = await position(page)
  const marked = clickMarkers(slide.note)
  return unless(clicks === marked && clicksTotal === marked, `shows click ${clicks} of ${clicksTotal}; its notes have ${marked} markers`)
}

const dataLinks: Probe = async ({ page, slide }) => {
  const { shown, links } = await page.evaluate((no) => {
    const slide = document.querySelector(`#slideshow > [data-slidev-no="${no}"]`)!
    return {
      shown: [...slide.querySelectorAll('[data-exhibit]')].map(exhibit => exhibit.getAttribute('data-exhibit') as ExhibitName),
      links: [...slide.querySelectorAll<HTMLAnchorElement>('.source-line .data-link[target]')].map((link) => {
        const { height, width } = link.getBoundingClientRect()
        return { href: link.href, text: link.textContent, name: link.getAttribute('aria-label') ?? '', smallest: Math.min(width, height) }
      }),
    }
  }, slide.no)
  const expected = [...new Set(shown.flatMap(name => (exhibits[name] as Evidence).data ?? []))]
  const hrefs = expected.map(name => `${url}data/${name}.csv`)
  if (links.map(({ href }) => href).join() !== hrefs.join())
    return [`links to data: ${links.map(({ href }) => href).join(' ')}; expected ${hrefs.join(' ')}`]
  const answers = await Promise.all(links.map(({ href }) => page.request.get(href)))
  return (await Promise.all(links.map(async ({ text, name, smallest }, index) => {
    const response = answers[index]!
    return [
      ...unless(name.startsWith(text) && name.includes(words.data.files[expected[index]!]), `a link to data says "${text}" and is called "${name}"`),
      ...unless(smallest >= SMALLEST_TARGET, `a link to data is ${smallest} px small`),
      ...unless(response.ok() && response.headers()['content-type']!.includes('text/csv'), `${hrefs[index]} answers ${response.status()}`),
      ...unless(await response.text() === files.find(file => file.name === `${expected[index]}.csv`)!.content, `${hrefs[index]} is not the data`),
    ]
  }))).flat()
}

/** Every question, by its name; some need no second scheme or language. */
export function probesFor({ dark }: { dark: boolean }): Record<string, Probe> {
  const isFirst = edition === editions[0]
  return {
    layout,
    access,
    ...!dark && {
      names,
      steps,
      reading,
      clicks,
      copy: ({ page, slide }) => badCopy(page, slide.title!),
      setting: ({ page }) => badSetting(page),
    },
    ...!dark && isFirst && { dataLinks },
  }
}
