import type { Report } from '../cli/progress'
import type { DocumentFacts } from './document-facts'
import { Buffer } from 'node:buffer'
import JSZip from 'jszip'
import PptxGenJS from 'pptxgenjs'
import { SLIDE } from '../browser/deck-page'

/** A slide for PowerPoint. */
export interface PictureSlide {
  /** How messages call it. */
  name: string
  title: string
  notes: string
  png: Uint8Array
  /** Whether it shows the step after the one before it, and so must look different. */
  isNextStep?: boolean
}

const PIXELS_PER_INCH = 96

/** A presentation of one picture a slide, with its title as alternative text, and its notes. */
export async function makePptx(slides: PictureSlide[], { title, author, subject }: DocumentFacts): Promise<Uint8Array> {
  const deck = new PptxGenJS()
  Object.assign(deck, { title, author, subject, company: '' })
  deck.defineLayout({ name: 'slide', width: SLIDE.width / PIXELS_PER_INCH, height: SLIDE.height / PIXELS_PER_INCH })
  deck.layout = 'slide'
  for (const { title, notes, png } of slides) {
    const slide = deck.addSlide()
    slide.addImage({
      data: `data:image/png;base64,${Buffer.from(png).toString('base64')}`,
      x: 0,
      y: 0,
      w: '100%',
      h: '100%',
      altText: title,
    })
    slide.addNotes(notes)
  }
  return await deck.write({ outputType: 'nodebuffer', compression: true }) as Uint8Array
}

/**
 * Proves a presentation: a picture and the notes for each slide.
 * @throws with everything that is wrong, by slide
 */
export async function verifyPptx(bytes: Uint8Array, slides: PictureSlide[], report: Report): Promise<void> {
  const zip = await JSZip.loadAsync(bytes)
  const read = async (file: string) => await zip.file(file)?.async('string') ?? ''
  const problems: string[] = []
  for (const [index, { name, notes, png, isNextStep }] of slides.entries()) {
    const no = index + 1
    if (isNextStep && Buffer.from(png).equals(slides[index - 1]!.png))
      problems.push(`slide ${name} looks like the click before`)
    if ((await read(`ppt/slides/slide${no}.xml`)).split('<p:pic>').length !== 2)
      problems.push(`slide ${name} has not one picture`)
    const first = notes.split(/[^\p{L}\p{N} ]/u)[0]!
    if (!(await read(`ppt/notesSlides/notesSlide${no}.xml`)).includes(first))
      problems.push(`slide ${name} lacks its notes`)
    report('verified', no, slides.length)
  }
  if (zip.file(`ppt/slides/slide${slides.length + 1}.xml`))
    problems.push(`it has more than ${slides.length} slides`)
  if (problems.length > 0)
    throw new Error(`The presentation is faulty:\n  ${problems.join('\n  ')}`)
}
