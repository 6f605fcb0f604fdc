/** Where something stands: a file as the person edits it, and a 1-based line. */
export interface TextPlace {
  readonly file: string
  readonly line: number
}

/** How many lines a text goes down. */
const linesIn = (text: string): number => text.split('\n').length - 1

/** The line of a text's character, when its first one stands on `first`. */
export const lineAt = (text: string, index: number, first: number): number => first + linesIn(text.slice(0, index))

/** A comment of Markdown; the last one of a slide is its note. */
export const COMMENT = /<!--([\s\S]*?)-->/g

const blank = (text: string): string => text.replace(/[^\n]/g, ' ')

/** Blanks fenced code, whose fence ends with a line that is one, too. */
function withoutFences(text: string): string {
  let fence = ''
  return text.split('\n').map((line) => {
    const [mark = ''] = /^(?:`{3,}|~{3,})/.exec(line.trimStart()) ?? []
    const isCode = fence !== '' || mark !== ''
    if (fence === '')
      fence = mark
    else if (mark.startsWith(fence) && line.trim() === mark)
      fence = ''
    return isCode ? blank(line) : line
  }).join('\n')
}

/** A slide's text with code, comments, scripts and styles blanked: what is left is shown, at the same place. */
export function shownText(content: string): string {
  return withoutFences(content)
    .replace(COMMENT, blank)
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, blank)
    .replace(/(`+)[^`]+\1(?!`)/g, blank)
}
