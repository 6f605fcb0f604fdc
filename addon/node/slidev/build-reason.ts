import { readFileSync } from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { parseSync } from '@slidev/parser'

/** Lines of a code frame that a message shows. */
const FRAME = 8

/** Where an error begins, in the output of Slidev, Vite and Node: the last of these that is there, the first line after it or its own. */
const HEADINGS = [/^Build failed with \d+ errors?:/, /^failed to load config from /]
const FIRST_LINE = /^\s*\[?(?:\w+ )?(?:[A-Z]\w*)?Error\b.*: /

const STACK = /^\s+at .*(?::\d+|native|<anonymous>|index \d+\))\)?(?: \{)?$/
const END = /^\s*(?:errors: \[|code: '|requireStack: \[|Node\.js v|\} *$)/
const PREFIX = /^\s*(?:\[?(?:\w+ )?(?:[A-Z]\w*)?Error(?: \[\w+\])?: |\[(?:vite|vue\/compiler-\w+|[A-Z_]{4,})\]:? *)/
/** A file with a line, as a line of its own. */
const PLACE = /^(?:\[plugin [^\]]*\] *)?[^\s:][^:]*(?::\d+){1,2}\]?$/

/** Vite's advice on a module that it did not find: to leave it out of the build. */
const ADVICE = /^(?:This is most likely unintended|If you do want to externalize|`build\.)/

/** Warnings of a build that succeeds although something would be missing or look otherwise. */
const WARNINGS = [/^Unknown layout "[^"]*"/, /\S+ referenced in \S+ didn't resolve at build time/]

/** The rest of a line after what only programmers want to know. */
function plain(line: string): string {
  const rest = line.replace(PREFIX, '')
  return rest === line ? line.trimEnd() : plain(rest)
}

/**
 * Slides are compiled one by one, under names such as `slides.md__slidev_11.md`: the line at which the slide begins in the file that is
 * edited.
 */
function slidePlace(root: string, file: string, no: number): string {
  try {
    const slide = parseSync(readFileSync(path.join(root, file), 'utf8'), file).slides[no - 1]
    return slide ? `${file}:${slide.contentStart + 1}: slide ${no} (${String(slide.frontmatter.id)})` : `${file}: slide ${no}`
  }
  catch {
    return `${file}: slide ${no}`
  }
}

/** Names files as the person who edits them does. */
function ownPaths(text: string, root: string): string {
  const folder = root.replaceAll('\\', '/').replace(/\/$/, '')
  return text
    .replaceAll('\\', '/')
    .replaceAll(`file://${folder}/`, '')
    .replaceAll(`${folder}/`, '')
    // The script of a component is compiled as a file of its own, with lines of its own.
    .replace(/(\.vue)\?vue[^\s:'"]*(?::\d+)*/g, '$1')
    .replace(/([\w./-]+\.md)__slidev_(\d+)\.\w+(?::\d+)*/g, (_, file: string, no: string) => slidePlace(root, file, Number(no)))
}

/** The lines of the error, without stacks. */
function errorLines(lines: string[]): string[] {
  const heading = HEADINGS.map(heading => lines.findLastIndex(line => heading.test(line))).find(index => index >= 0)
  const start = heading === undefined ? lines.findIndex(line => FIRST_LINE.test(line)) : heading + 1
  if (start < 0)
    return []
  const rest = lines.slice(start)
  const end = rest.findIndex(line => END.test(line))
  return rest.slice(0, end < 0 ? undefined : end).filter(line => !STACK.test(line) && !/^(?:Require stack:|- .*\.\w+$)/.test(line))
}

/** Each line once, and none that only frames, or tells which module imports which. */
function essential(lines: string[]): string[] {
  const help = lines.findIndex(line => /^[\s│]*Help:/.test(line))
  const shown = (help < 0 ? lines : lines.slice(0, help)).map(plain).filter(line => /[\w\p{L}^─]/u.test(line))
  return shown.filter((line, index) => shown.indexOf(line) === index)
}

/**
 * Why Slidev did not build, out of all that it said.
 * @param output of `slidev build`, with colours, warnings and stacks
 * @param root the repository's folder: what lies in it is named from there
 * @returns the reason in one line, and the lines of code that it is about, if it shows any
 */
export function buildReason(output: string, root: string): { reason: string, frame: string[] } {
  const lines = ownPaths(stripVTControlCharacters(output), root).split(/\r?\n/)
  const found = essential(errorLines(lines))
  if (found.length === 0) {
    const last = lines.map(line => line.trim()).filter(Boolean).slice(-FRAME)
    return { reason: 'Slidev ended without a reason; what it said last follows', frame: last }
  }
  const index = found.slice(0, 2).findIndex(line => PLACE.test(line.trim()) || line.startsWith('[plugin '))
  const place = index < 0 ? '' : found.splice(index, 1)[0]!.trim().replace(/^\[plugin [^\]]*\] */, '').replace(/\]$/, '')
  const [head = '', ...below] = found.filter(line => !line.trim() || !place.startsWith(line.trim()))
  // A heading alone is no reason.
  const [first, frame] = head.endsWith(':') && below[0] ? [`${head} ${below[0].trim()}`, below.slice(1)] : [head, below]
  const missing = /(?:Cannot find (?:module|package)|failed to resolve import) ['"]([^.'"/][^'"]*)['"]/.exec(first)?.[1]
  const hint = missing && !missing.startsWith('#')
    ? `${/[.!?]$/.test(first) ? '' : '.'} Is it installed? "npm ci" installs what the deck needs.`
    : ''
  // A compiler that knows the place often says it again in its sentence.
  const reason
    = `${place && `${place}: `}${first.trim()}`.replace(/ \((\d+:\d+)\)$/, (whole, at: string) => (place.endsWith(at) ? '' : whole)) + hint
  return { reason, frame: frame.filter(line => !ADVICE.test(line)).slice(0, FRAME) }
}

/** What a build that succeeded warned of although it must not be published so; empty when there is nothing. */
export function buildWarnings(output: string, root: string): string[] {
  const lines = ownPaths(stripVTControlCharacters(output), root).split(/\r?\n/)
  return [...new Set(lines.flatMap(line => WARNINGS.flatMap(warning => warning.exec(line.trim())?.[0] ?? [])))]
}
