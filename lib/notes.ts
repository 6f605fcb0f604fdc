/** Words that a calm speaker says in a minute, in English. */
const WORDS_PER_MINUTE = 130
/** Words that a reader takes in within a minute, with a look at the pictures. */
const READ_WORDS_PER_MINUTE = 200
/** Seconds of silence while the room takes in a new slide, and after each click. */
const SLIDE_PAUSE = 4
const CLICK_PAUSE = 2

const CLICK = /\[click(?::\d+)?\]/g

/** Markers in a note at which the speaker clicks. */
export function clickMarkers(note: string): number {
  return note.match(CLICK)?.length ?? 0
}

/** The paragraphs of a note that are said aloud: without click markers and tags, and without those that answer questions. */
export function spokenParagraphs(note: string): string[] {
  return noteText(note).split(/\n\s*\n/).filter(paragraph => !paragraph.startsWith('If asked:'))
}

/** What is said aloud. */
export function spokenText(note: string): string {
  return spokenParagraphs(note).join('\n\n')
}

/** Words in a text. */
export function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}’'+,.-]*/gu)?.length ?? 0
}

/** Minutes that a note takes to say, pauses included. */
export function spokenMinutes(note: string): number {
  return wordCount(spokenText(note)) / WORDS_PER_MINUTE + (SLIDE_PAUSE + CLICK_PAUSE * clickMarkers(note)) / 60
}

/** Minutes that a text takes to read, whole and at least one. */
export function readingMinutes(text: string): number {
  return Math.max(1, Math.round(wordCount(text) / READ_WORDS_PER_MINUTE))
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
 */
export function noteParagraphs(noteHtml: string): NoteParagraph[] {
  return Array.from(noteHtml.matchAll(/<p>([\s\S]*?)<\/p>/g), ([, inner = '']) => {
    const html = inner.replace(/<span class="slidev-note-click-mark"[^>]*><\/span>\s*/g, '').trim()
    return { html, isAnswer: html.startsWith('If asked:') }
  }).filter(({ html }) => html !== '')
}

/** A note as plain text, for what shows no HTML: paragraphs as they are, without click markers and tags. */
export function noteText(note: string): string {
  return note.replace(CLICK, '').replace(/<[^>]*>/g, '').replace(/^[ \t]+/gm, '').trim()
}
