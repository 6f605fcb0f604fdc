import type { Token, Tokens } from 'marked'
import { readFileSync } from 'node:fs'
import GithubSlugger from 'github-slugger'
import { lexer, walkTokens } from 'marked'
import { globSync } from 'tinyglobby'

/** What readers are given to read, from the repository's folder. */
export const documents = globSync(['README*.md', 'docs/**/*.md', 'data/README.md', 'findings/README.md']).sort()

/** A fenced block. Behind its language may stand the file that it is, or that it changes. */
export interface CodeBlock { readonly document: string, readonly language: string, readonly file: string | undefined, readonly text: string }

/** What can be checked in a document. */
export interface Checkable {
  readonly blocks: readonly CodeBlock[]
  /** Code within a line. */
  readonly spans: readonly string[]
  /** Targets of links and pictures, as written. */
  readonly links: readonly string[]
  /** Anchors of the headings, as GitHub makes them, with the level. */
  readonly headings: readonly { readonly depth: number, readonly anchor: string }[]
}

/** Text between `<` and `>` is no HTML in our tables' code, so that only Markdown's own tokens count. */
function tokensOf(document: string): Token[] {
  return lexer(readFileSync(document, 'utf8'))
}

/** Takes a document apart. */
export function checkable(document: string): Checkable {
  const slugger = new GithubSlugger()
  const blocks: CodeBlock[] = []
  const spans: string[] = []
  const links: string[] = []
  const headings: { depth: number, anchor: string }[] = []
  walkTokens(tokensOf(document), (token) => {
    if (token.type === 'code') {
      const { lang = '', text } = token as Tokens.Code
      const [language = '', file] = lang.split(' ')
      blocks.push({ document, language, file, text })
    }
    if (token.type === 'codespan')
      spans.push((token as Tokens.Codespan).text)
    if (token.type === 'link' || token.type === 'image')
      links.push((token as Tokens.Link).href)
    if (token.type === 'heading') {
      const { depth, text } = token as Tokens.Heading
      headings.push({ depth, anchor: slugger.slug(text) })
    }
  })
  return { blocks, spans, links, headings }
}

/** Lines that one types into a terminal, of blocks and of code within lines: without comments, prompts and variables before them. */
export function commandLines({ blocks, spans }: Checkable): string[] {
  const lines = [...blocks.filter(({ language }) => language === 'sh').flatMap(({ text }) => text.split('\n')), ...spans]
  return lines
    .flatMap(line => line.replace(/\s+#.*$/, '').split(/\s*&&\s*/))
    .map(line => line.trim().replace(/^(?:[A-Z_]+=\S+\s+)+/, ''))
    .filter(line => /^np[mx] \S/.test(line))
}
