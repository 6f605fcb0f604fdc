import { clauses } from '../lib/clauses'

/** The parts of a token of markdown-it that are used here. */
interface MarkdownToken {
  type: string
  content: string
  children: MarkdownToken[] | null
}
interface CoreState {
  tokens: MarkdownToken[]
  Token: new (type: string, tag: string, nesting: 0) => MarkdownToken
}
/** The parts of markdown-it that are used here. */
export interface Markdown {
  core: { ruler: { push: (name: string, rule: (state: CoreState) => void) => void } }
}

/** Lets a line of a slide's own text end after a Chinese stop, in WebKit too: `<wbr>` between clauses. Code stays as it is. */
export function clauseBreaks(md: Markdown): void {
  md.core.ruler.push('clause-breaks', ({ tokens, Token }) => {
    for (const inline of tokens.filter(({ type }) => type === 'inline')) {
      inline.children = (inline.children ?? []).flatMap((child) => {
        const parts = child.type === 'text' ? clauses(child.content) : []
        if (parts.length < 2)
          return [child]
        return parts.flatMap((content, index) => [
          ...index > 0 ? [Object.assign(new Token('html_inline', '', 0), { content: '<wbr>' })] : [],
          Object.assign(new Token('text', '', 0), { content }),
        ])
      })
    }
  })
}
