import { closest, distance } from 'fastest-levenshtein'

/**
 * Something in the deck's sources that is wrong, in the words of the person who has to mend it.
 * A deck finds them in one place (`problems` of its `deck.ts`); commands, dev server and tests print them.
 */
export interface Problem {
  /** From the repository's folder, as the person edits it: `data/headcount.ts`, `slides.zh.md`. */
  readonly file: string
  /** 1-based line in that file; undefined where the problem is of the file as a whole. */
  readonly line?: number
  /** Id of the record, or of the slide. */
  readonly subject?: string
  /** The record's field or the slide's front matter key; `text`, `notes` or a component's name within a slide. */
  readonly field?: string
  /** What was expected, and what was found: the rest of the sentence after the field, without a stop. */
  readonly expected: string
  /** What is known and nearest to what was typed. */
  readonly nearest?: string
  /** `unfinished` lets the dev server go on with a warning: notes, or another edition, are still to come. */
  readonly severity: 'error' | 'unfinished'
}

/** One sentence: `slides.md:12: "papers": minutes: expected a positive number, found "one"; did you mean "1"?` */
export function problemText({ file, line, subject, field, expected, nearest }: Problem): string {
  const place = [line === undefined ? file : `${file}:${line}`, subject && `"${subject}"`, field].filter(Boolean).join(': ')
  return `${place}: ${expected}${nearest === undefined ? '' : `; did you mean "${nearest}"?`}`
}

/** The known name that is nearest to what was typed; undefined where none is near. */
export function nearestTo(typed: string, known: readonly string[]): string | undefined {
  if (known.length === 0)
    return undefined
  const best = closest(typed, [...known])
  return distance(typed, best) <= Math.max(2, typed.length / 3) ? best : undefined
}

/** Problems as a person reads them: a line that says how many, and a sentence on each. */
export function problemsText(problems: readonly Problem[]): string {
  const head = problems.length === 1
    ? 'One thing in the deck\u2019s sources must be mended first:'
    : `${problems.length} things in the deck\u2019s sources must be mended first:`
  return [head, ...problems.map(problem => `  ${problemText(problem)}`)].join('\n')
}

/**
 * Stops whoever calls it while anything is wrong.
 * @throws Error with one sentence for each problem, and no stack
 */
export function assertNoProblems(problems: readonly Problem[]): void {
  if (problems.length === 0)
    return
  const error = new Error(problemsText(problems))
  error.stack = error.message
  throw error
}
