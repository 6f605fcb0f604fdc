import type { DeckSlide } from '../slidev/slides'
import { execFileSync } from 'node:child_process'
import process from 'node:process'
import { deck, ROOT } from '../deck'

/** What a document says of itself. */
export interface DocumentFacts {
  title: string
  author: string
  subject: string
  keywords: string[]
  /** BCP 47. */
  language: string
  date: Date
}

/** Where neither a commit nor `SOURCE_DATE_EPOCH` tells a date. */
const NO_DATE = new Date(`${deck.date}T00:00:00Z`)

/**
 * The date of what is exported, so that the same commit gives the same bytes: `SOURCE_DATE_EPOCH`, else that of the last commit, else a
 * fixed one.
 * @throws when `SOURCE_DATE_EPOCH` is no number of seconds
 */
export function documentDate(env: Record<string, string | undefined> = process.env, cwd = ROOT): Date {
  if (env.SOURCE_DATE_EPOCH) {
    const date = new Date(Number(env.SOURCE_DATE_EPOCH) * 1000)
    if (Number.isNaN(date.getTime()))
      throw new Error(`SOURCE_DATE_EPOCH takes seconds since 1970, not "${env.SOURCE_DATE_EPOCH}".`)
    return date
  }
  try {
    return new Date(
      execFileSync('git', ['log', '-1', '--format=%cI'], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || NO_DATE,
    )
  }
  catch {
    return NO_DATE
  }
}

/**
 * Title, author, subject and keywords as the headmatter of slides.md gives them.
 * @throws with the names of those that are missing
 */
export function documentFacts([first]: DeckSlide[], date = documentDate()): DocumentFacts {
  const head = first?.frontmatter ?? {}
  const missing = ['title', 'author', 'info', 'keywords', 'lang'].filter(key => !head[key])
  if (missing.length > 0)
    throw new Error(`The headmatter of slides.md lacks ${missing.join(', ')}: the PDF needs them.`)
  const keywords = Array.isArray(head.keywords) ? head.keywords.map(String) : String(head.keywords).split(',')
  return {
    title: String(head.title),
    author: String(head.author),
    subject: String(head.info).trim(),
    keywords: keywords.map(keyword => keyword.trim()),
    language: String(head.lang),
    date,
  }
}
