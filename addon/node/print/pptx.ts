import type { Page } from 'playwright-core'
import type { Report } from '../cli/progress'
import type { DocumentFacts } from './document-facts'
import type { DrawnPicture, PptxSlide, TextRunInLanguage } from './pptx-package'
import type { PicturePart, SlideParts } from './slide-parts'
import { languageRuns } from '../../lib/language-runs'
import { noteText } from '../../lib/notes'
import { drawSvg } from '../charts/chart-svg'
import { outlinerOf, outlineSvg } from '../charts/outlines'
import { pptxPackage } from './pptx-package'
import { packageProblems } from './pptx-problems'
import { slideParts } from './slide-parts'

/** A slide for PowerPoint. */
export interface PresentedSlide {
  /** How messages call it. */
  name: string
  /** Its number, and its number in the file. */
  title: string
  /** As written. */
  note: string
  /** Whether it shows the step after the one before it, and so must look different. */
  isNextStep?: boolean
}

/** A slide taken apart, with its pictures drawn. */
export type TakenSlide = SlideParts & { pictures: Map<string, DrawnPicture> }

/** Device pixels to a slide pixel in the pictures for programs that show no SVG. */
const PICTURE_SCALE = 2

/** Draws a picture as SVG without text, and the same as PNG: on paper, for scaled transparent edges show. */
async function drawPicture(
  page: Page,
  blank: Page,
  part: PicturePart,
  ground: string,
  outline: (svg: string) => Promise<string>,
): Promise<DrawnPicture> {
  const { id, width, height, left, top, finding, told } = part
  const drawing = { root: `[data-drawn="${id}"]`, left, top, width, height, title: finding, description: told.join(' '), ground: false }
  const svg = await outline(await page.evaluate(drawSvg, drawing))
  await blank.setViewportSize({ width, height })
  await blank.setContent(`<style>body { margin: 0; background: #${ground} } svg { display: block }</style>${svg.replace(/^<\?xml.*?\?>/, '')}`)
  const png = await blank.screenshot()
  return { svg, png }
}

/** Takes apart the slides of a print page at rest. */
export async function takeSlides(page: Page, report: Report): Promise<TakenSlide[]> {
  const browser = page.context().browser()!
  const slides = await page.evaluate(slideParts)
  const outliner = await outlinerOf(page)
  const blank = await browser.newPage({ deviceScaleFactor: PICTURE_SCALE })
  try {
    const taken: TakenSlide[] = []
    for (const slide of slides) {
      const pictures = new Map<string, DrawnPicture>()
      for (const part of slide.parts) {
        if (part.kind === 'picture')
          pictures.set(part.id, await drawPicture(page, blank, part, slide.ground, svg => outlineSvg(svg, outliner)))
      }
      taken.push({ ...slide, pictures })
      report('drawn for PowerPoint', taken.length, slides.length)
    }
    return taken
  }
  finally {
    await blank.close()
  }
}

/** A text in stretches of one language each. */
function runsIn(text: string, language: string): TextRunInLanguage[] {
  return languageRuns(text, language).map(({ text, lang }) => ({ text, language: lang ?? language }))
}

/** The notes in paragraphs, and after them what the pictures of the slide state. */
function notesOf({ note }: PresentedSlide, { parts }: TakenSlide, language: string): TextRunInLanguage[][] {
  const said = noteText(note).split(/\n\s*\n/).map(paragraph => paragraph.replace(/\s*\n\s*/g, ' ').trim())
  const pictured = parts.flatMap(part => part.kind === 'picture' ? [part.finding, ...part.told] : [])
  return [...said, ...pictured].filter(Boolean).map(paragraph => runsIn(paragraph, language))
}

/** What a slide looks like, whatever its pictures are called. */
function looks({ parts, pictures, title }: TakenSlide) {
  return JSON.stringify([title, parts.map(part => part.kind === 'picture' ? pictures.get(part.id)!.svg : part)])
}

/**
 * A presentation for PowerPoint: titles, text and tables as such, exhibits as vector pictures with their finding, notes in paragraphs.
 * @throws with everything that is wrong with it
 */
export function makePptx(slides: readonly PresentedSlide[], taken: readonly TakenSlide[], facts: DocumentFacts): Uint8Array {
  const problems = slides.flatMap(({ name, isNextStep }, index) => [
    ...isNextStep && looks(taken[index]!) === looks(taken[index - 1]!) ? [`slide ${name} looks like the click before`] : [],
    ...taken[index]!.parts.length > 0 || taken[index]!.title ? [] : [`slide ${name} is empty`],
  ])
  const written = slides.map((slide, index): PptxSlide => {
    const { title, ground, parts, pictures } = taken[index]!
    return { title, name: slide.title, ground, parts, pictures, notes: notesOf(slide, taken[index]!, facts.language) }
  })
  const bytes = pptxPackage(written, facts, taken[0]?.ink ?? '000000')
  problems.push(...packageProblems(bytes))
  if (problems.length > 0)
    throw new Error(`The presentation is faulty:\n  ${problems.join('\n  ')}`)
  return bytes
}
