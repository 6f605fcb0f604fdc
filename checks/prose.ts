import type { Problem } from '../addon/deck'
import type { SlideSource } from '../addon/node'
import type { SlideRules } from './rules'
import { lineAt, shownText } from '../addon/deck'
import { isTalk, quoted, unfinished } from './rules'

const blank = (text: string): string => text.replace(/[^\n]/g, ' ')

/** A text as a reader meets it, at its place: without code, tags, tokens, click marks, addresses and the numbers of a list. */
function prose(text: string, names: readonly string[]): string {
  const bare = shownText(text)
    .replace(/\[\[[^\]]+\]\]|\[click(?::\d+)?\]|<\/?\w[^>]*>|\{\{[\s\S]*?\}\}|(?<=\])\([^)\s]*\)|https?:\/\/\S+|^\s*\d+[.)](?=\s)/gm, blank)
  return names.reduce((rest, name) => rest.replaceAll(name, blank(name)), bare)
}

function* titleProblems(slide: SlideSource): Generator<Problem> {
  const { content, contentLine, file } = slide
  const text = shownText(content)
  const titles = Array.from(text.matchAll(/^#[ \t]+\S.*$/gm), match => match.index)
  const almost = /^#[^\s#].*$/m.exec(text)
  const found = almost ? quoted(almost[0]) : 'none'
  if (titles.length === 0) {
    yield unfinished(
      slide,
      { file, line: almost ? lineAt(content, almost.index, contentLine) : contentLine },
      'title',
      `expected one line such as "# What the slide claims", found ${found}`,
    )
  }
  for (const index of titles.slice(1)) {
    yield unfinished(
      slide,
      { file, line: lineAt(content, index, contentLine) },
      'title',
      `expected one title, found another, ${quoted(text.slice(index).split('\n')[0])}`,
    )
  }
}

/** Words before the number and after it, so that it is found again. */
function around(text: string, index: number, length: number): string {
  return quoted(
    text.slice(Math.max(text.lastIndexOf('\n', index) + 1, index - 20), index + length + 20).split('\n')[0],
  )
}

function* numberProblems(slide: SlideSource, { numberWords: { words, names } }: SlideRules): Generator<Problem> {
  const { content, contentLine, note = '', noteLine, file } = slide
  const parts = [['text', content, contentLine], ['notes', note, noteLine]] as const
  for (const [field, text, first] of parts) {
    const bare = prose(text, names)
    const numbers = [...bare.matchAll(/\p{Nd}+(?:[.,]\p{Nd}+)*/gu), ...bare.matchAll(new RegExp(words, `g${words.flags}`))].sort(
      (a, b) => a.index - b.index,
    )
    for (const { index, 0: number } of numbers.slice(0, 1)) {
      yield unfinished(
        slide,
        { file, line: lineAt(text, index, first) },
        field,
        `expected numbers as [[id]] out of data/, found "${number}" in ${around(text, index, number.length)}`,
      )
    }
  }
}

function* languageProblems(slide: SlideSource): Generator<Problem> {
  const { content, contentLine, note = '', noteLine, file } = slide
  const parts = [['text', shownText(content), contentLine], ['notes', note, noteLine]] as const
  for (const [field, text, first] of parts) {
    const own = text.replace(/<(\w+)\s[^>]*lang="zh[^"]*"[^>]*>[\s\S]*?<\/\1>/g, blank)
    const match = /\p{Script=Han}+/u.exec(own)
    if (match) {
      yield unfinished(
        slide,
        { file, line: lineAt(text, match.index, first) },
        field,
        `expected Chinese as <span lang="zh-CN">…</span>, so that it is set and read out as Chinese, found "${match[0]}"`,
      )
    }
  }
}

/** Slides of the talk that rest on nothing, and figures that no slide shows. */
export function* evidenceProblems(slides: readonly SlideSource[], { sourcesIn, figureFiles }: SlideRules): Generator<Problem> {
  if (!sourcesIn)
    return
  const shown = new Set<string>()
  for (const slide of slides.filter(isTalk)) {
    const sources = sourcesIn(slide.content)
    sources.flatMap(({ figures }) => figures).forEach(id => shown.add(id))
    if (sources.length === 0) {
      yield unfinished(
        slide,
        { file: slide.file, line: slide.contentLine },
        'text',
        'expected an exhibit or a [[figure]] with its place in the article, found none',
      )
    }
  }
  for (const [id, file] of figureFiles) {
    if (!shown.has(id)) {
      yield {
        file,
        subject: id,
        field: 'id',
        expected: `expected a slide of the talk in ${slides[0]?.file} that shows it, found none`,
        severity: 'unfinished',
      }
    }
  }
}

/** What is wrong with titles and text. */
export function* proseProblems(slides: readonly SlideSource[], rules: SlideRules): Generator<Problem> {
  const isChinese = rules.edition.language.startsWith('zh')
  for (const slide of slides) {
    yield* titleProblems(slide)
    yield* numberProblems(slide, rules)
    if (!isChinese)
      yield* languageProblems(slide)
  }
}
