import type { Problem } from '../../lib/problem'
import type { TextPlace } from '../../lib/slide-text'
import { posix } from 'node:path'
import { parseSync } from '@slidev/parser'
import { parseRangeString } from '@slidev/parser/utils'
import { COMMENT, lineAt } from '../../lib/slide-text'

type ParsedSlide = ReturnType<typeof parseSync>['slides'][number]

/** A slide as it is written, each part with its place in the file. */
export interface SlideSource extends TextPlace {
  /** Its id; `slide <no>`, counted as Slidev counts, where it has none. */
  readonly name: string
  /** Front matter as Slidev merges it. */
  readonly frontmatter: Readonly<Record<string, unknown>>
  /** Where a front matter key is typed; the slide's first line when it is not. */
  readonly placeOf: (key: string) => TextPlace
  /** Text without front matter and notes. */
  readonly content: string
  readonly contentLine: number
  /** The comment at its end, as written; undefined where there is none. */
  readonly note: string | undefined
  readonly noteLine: number
}

/** What a file of slides holds, and what keeps Slidev from reading it. */
export interface DeckSource {
  /** The entry's path, from the repository's folder. */
  readonly file: string
  readonly slides: readonly SlideSource[]
  readonly problems: readonly Problem[]
  /** Every file that was read with its text, the entry first. */
  readonly texts: ReadonlyMap<string, string>
}

/** Reads a text file by its path from the repository's folder; undefined when it is not there. */
export type ReadText = (file: string) => string | undefined

/** A comment that begins and does not end, or only with the next one. */
const OPEN_COMMENT = /<!--(?=(?:(?!-->)[\s\S])*(?:<!--|$))/

/** Lines of the slide's front matter keys, from its YAML as Slidev parsed it. */
function keyLines({ frontmatterDoc, frontmatterRaw = '' }: ParsedSlide, first: number): Map<string, number> {
  const contents = frontmatterDoc?.contents as { items?: { key?: { value?: unknown, range?: number[] } }[] } | null | undefined
  return new Map((contents?.items ?? []).map(({ key }) => [String(key?.value), lineAt(frontmatterRaw, key?.range?.[0] ?? 0, first)]))
}

function toSource(file: string, parsed: ParsedSlide, no: number): SlideSource {
  const { raw, content, note, start, frontmatterRaw = '' } = parsed
  const line = start + 1
  const head = frontmatterRaw === '' ? 0 : raw.indexOf(frontmatterRaw)
  const lines = keyLines(parsed, lineAt(raw, head, line))
  const noteStart = [...raw.matchAll(COMMENT)].at(-1)?.index ?? 0
  const isMap = typeof parsed.frontmatter === 'object' && !Array.isArray(parsed.frontmatter)
  const frontmatter = isMap ? parsed.frontmatter as Record<string, unknown> : {}
  const { id } = frontmatter
  return {
    file,
    line,
    name: id === undefined || id === null || id === '' ? `slide ${no}` : String(id),
    frontmatter,
    placeOf: key => ({ file, line: lines.get(key) ?? line }),
    content,
    contentLine: lineAt(raw, Math.max(0, raw.indexOf(content, head + frontmatterRaw.length)), line),
    note,
    noteLine: lineAt(raw, noteStart + raw.slice(noteStart).search(/(?<=<!--\s*)[^\s!<-]|$/), line),
  }
}

function* yamlProblems(file: string, parsed: ParsedSlide, name: string): Generator<Problem> {
  const { frontmatterDoc, frontmatterRaw = '', raw, start } = parsed
  const first = lineAt(raw, raw.indexOf(frontmatterRaw), start + 1)
  // One is enough: the others follow from it.
  for (const { message, pos } of frontmatterDoc?.errors.slice(0, 1) ?? []) {
    const found = message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '')
    yield {
      file,
      line: lineAt(frontmatterRaw, pos[0], first),
      subject: name.split(/\s/)[0],
      field: 'front matter',
      expected: `expected YAML such as "minutes: 1": ${found}`,
      severity: 'error',
    }
  }
  if (frontmatterDoc?.errors.length === 0 && frontmatterDoc.contents && !('items' in frontmatterDoc.contents)) {
    yield {
      file,
      line: first,
      subject: name,
      field: 'front matter',
      expected: `expected keys with values such as "minutes: 1", found "${frontmatterRaw.trim().split('\n')[0]}"`,
      severity: 'error',
    }
  }
}

function* textProblems(file: string, text: string): Generator<Problem> {
  if (text.startsWith('\uFEFF')) {
    yield {
      file,
      line: 1,
      expected: 'expected --- as the first characters, found a byte order mark: save the file as UTF-8 without one',
      severity: 'error',
    }
  }
}

/** The slides of one file with those that it imports, in the order in which they are shown. */
class DeckReader {
  readonly slides: SlideSource[] = []
  readonly problems: Problem[] = []
  readonly texts = new Map<string, string>()

  constructor(private readonly read: ReadText) {}

  /** @returns false when there is no such file */
  readFile(file: string, range?: string, importers: readonly SlideSource[] = []): boolean {
    const text = this.read(file)
    if (text === undefined)
      return false
    if (!this.texts.has(file))
      this.problems.push(...textProblems(file, text))
    this.texts.set(file, text)
    const { slides } = parseSync(text, file)
    const shown = new Set(parseRangeString(slides.length, range))
    slides.filter((_, index) => shown.has(index + 1)).forEach(slide => this.addSlide(file, slide, importers))
    return true
  }

  private addSlide(file: string, parsed: ParsedSlide, importers: readonly SlideSource[]): void {
    const source = toSource(file, parsed, this.slides.length + 1)
    const yaml = [...yamlProblems(file, parsed, source.name)]
    this.problems.push(...yaml)
    const { src, hide, disabled } = source.frontmatter
    if (hide || disabled)
      return
    const open = OPEN_COMMENT.exec(parsed.raw)
    if (open) {
      this.problems.push(
        {
          file,
          line: lineAt(parsed.raw, open.index, source.line),
          subject: source.name,
          field: 'notes',
          expected: 'expected --> at their end, found none: all that follows is part of them',
          severity: 'error',
        },
      )
    }
    if (src === undefined)
      this.slides.push(importers.reduce(withImporter, source))
    else
      this.importSlides(String(src), source, importers)
  }

  private importSlides(src: string, importer: SlideSource, importers: readonly SlideSource[]): void {
    const [path = '', range] = src.split('#')
    const file = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(importer.file), path)
    const isCircle = [importer, ...importers].some(slide => slide.file === file)
    if (isCircle || !this.readFile(file, range, [importer, ...importers])) {
      this.problems.push(
        {
          ...importer.placeOf('src'),
          subject: importer.name,
          field: 'src',
          expected: isCircle
            ? `expected another file, found "${src}", which includes this slide`
            : `expected a file of slides, found "${src}"`,
          severity: 'error',
        },
      )
    }
  }
}

/** What an importing slide's front matter says outdoes the slide's own. */
function withImporter(slide: SlideSource, importer: SlideSource): SlideSource {
  const { src: _, ...given } = importer.frontmatter
  const frontmatter = { ...slide.frontmatter, ...given }
  return {
    ...slide,
    name: given.id === undefined ? slide.name : String(given.id),
    frontmatter,
    placeOf: key => key in given ? importer.placeOf(key) : slide.placeOf(key),
  }
}

/**
 * Reads a file of slides, and those that it imports with `src`, as Slidev does.
 * @param file its path, from the repository's folder
 * @param read gives the text of a file
 */
export function readDeck(file: string, read: ReadText): DeckSource {
  const reader = new DeckReader(read)
  if (!reader.readFile(file))
    reader.problems.push({ file, expected: 'expected a file of slides, found none', severity: 'error' })
  return { file, slides: reader.slides, problems: reader.problems, texts: reader.texts }
}
