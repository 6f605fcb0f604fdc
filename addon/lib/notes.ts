import type { SpeechWords } from '../locales/types'

/** Seconds of silence while the room takes in a new slide, and after each click. */
const SLIDE_PAUSE = 4
const CLICK_PAUSE = 2

const CLICK = /\[click(?::\d+)?\]/g

/** Markers in a note at which the speaker clicks. */
export function clickMarkers(note: string): number {
  return note.match(CLICK)?.length ?? 0
}

/** The paragraphs of a note that are said aloud: without click markers and tags, and without those that answer questions. */
export function spokenParagraphs(note: string, { ifAsked }: SpeechWords): string[] {
  return noteText(note).split(/\n\s*\n/).filter(paragraph => !paragraph.startsWith(ifAsked))
}

/** What is said aloud. */
export function spokenText(note: string, speech: SpeechWords): string {
  return spokenParagraphs(note, speech).join('\n\n')
}

/** Words in a text; in Chinese its characters, among which a number or a Latin word counts as two. */
export function wordCount(text: string, { count }: SpeechWords): number {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}’'+,.-]*/gu)?.length ?? 0
  if (count === 'words')
    return words
  const characters = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return characters + 2 * (text.match(/[A-Z0-9][\w’'+,.-]*/gi)?.length ?? 0)
}

/** Minutes that a note takes to say, pauses included. */
export function spokenMinutes(note: string, speech: SpeechWords): number {
  return wordCount(spokenText(note, speech), speech) / speech.perMinute + (SLIDE_PAUSE + CLICK_PAUSE * clickMarkers(note)) / 60
}

/** Minutes that a text takes to read, with a look at the pictures; whole and at least one. */
export function readingMinutes(text: string, speech: SpeechWords): number {
  return Math.max(1, Math.round(wordCount(text, speech) / speech.readPerMinute))
}

/** A paragraph of a note as a reader gets it. */
export interface NoteParagraph {
  /** What stands inside of the paragraph; HTML. */
  html: string
  /** It answers a question that may come, and is not said unasked. */
  isAnswer: boolean
}

/**
 * The paragraphs of a note as prose, without the marks at which the speaker clicks.
 * @param noteHtml the note as Slidev renders it: a `<p>` for each paragraph, an empty span for each click
 * @param speech how the edition begins an answer
 * @param speech.ifAsked those words
 */
export function noteParagraphs(noteHtml: string, { ifAsked }: SpeechWords): NoteParagraph[] {
  return Array.from(noteHtml.matchAll(/<p>([\s\S]*?)<\/p>/g), ([, inner = '']) => {
    const html = inner.replace(/<span class="slidev-note-click-mark"[^>]*><\/span>\s*/g, '').trim()
    return { html, isAnswer: html.startsWith(ifAsked.trimEnd()) }
  }).filter(({ html }) => html !== '')
}

/** A note as plain text, for what shows no HTML: paragraphs as they are, without click markers and tags. */
export function noteText(note: string): string {
  return note.replace(CLICK, '').replace(/<[^>]*>/g, '').replace(/^[ \t]+/gm, '').trim()
}
