import type { Token, Tokens } from 'marked'
import { readFileSync } from 'node:fs'
import GithubSlugger from 'github-slugger'
import { lexer, walkTokens } from 'marked'
import { globSync } from 'tinyglobby'

/** What readers are given to read, from the repository's folder. */
export const documents = globSync(['README*.md', 'docs/**/*.md', '{addon,data,findings}/README.md']).sort()

/** Where something stands: the number of headings before it. */
interface Placed { readonly section: number }

/** A fenced block. Behind its language may stand the file that it is, or that it changes. */
export interface CodeBlock extends Placed {
  readonly document: string
  readonly language: string
  readonly file: string | undefined
  readonly text: string
}

/** Code within a line. */
export interface CodeSpan extends Placed { readonly text: string }

/** A link or a picture; its target as written. */
export interface Link extends Placed { readonly target: string, readonly isPicture: boolean }

/** What can be checked in a document. */
export interface Checkable {
  readonly blocks: readonly CodeBlock[]
  readonly spans: readonly CodeSpan[]
  readonly links: readonly Link[]
  /** Anchors of the headings, as GitHub makes them, with the level. */
  readonly headings: readonly { readonly depth: number, readonly anchor: string }[]
  /** Rows of tables and items of lists, by section. */
  readonly items: readonly number[]
}

/** Text between `<` and `>` is no HTML in our tables' code, so that only Markdown's own tokens count. */
function tokensOf(document: string): Token[] {
  return lexer(readFileSync(document, 'utf8'))
}

/** Takes a document apart. */
export function checkable(document: string): Checkable {
  const slugger = new GithubSlugger()
  const blocks: CodeBlock[] = []
  const spans: CodeSpan[] = []
  const links: Link[] = []
  const headings: { depth: number, anchor: string }[] = []
  const items = [0]
  walkTokens(tokensOf(document), (token) => {
    const section = headings.length
    if (token.type === 'code') {
      const { lang = '', text } = token as Tokens.Code
      const [language = '', file] = lang.split(' ')
      blocks.push({ document, language, file, text, section })
    }
    if (token.type === 'codespan')
      spans.push({ text: (token as Tokens.Codespan).text, section })
    if (token.type === 'link' || token.type === 'image')
      links.push({ target: (token as Tokens.Link).href, isPicture: token.type === 'image', section })
    if (token.type === 'table')
      items[section]! += (token as Tokens.Table).rows.length
    if (token.type === 'list_item')
      items[section]! += 1
    if (token.type === 'heading') {
      const { depth, text } = token as Tokens.Heading
      headings.push({ depth, anchor: slugger.slug(text) })
      items.push(0)
    }
  })
  return { blocks, spans, links, headings, items }
}

/** A line that one types into a terminal. */
export interface CommandLine extends Placed { readonly line: string }

/** Lines for npm, of blocks and of code within lines: without comments, prompts, variables before them, and the folder of another deck. */
export function commandLines({ blocks, spans }: Checkable): CommandLine[] {
  const typed = [
    ...blocks
      .filter(({ language }) => language === 'sh')
      .flatMap(({ text, section }) => text.split('\n').map(line => ({ text: line, section }))),
    ...spans,
  ]
  return typed
    .flatMap(({ text, section }) => text.replace(/\s+#.*$/, '').split(/\s*&&\s*/).map(line => ({ line, section })))
    .map(({ line, section }) => ({ line: line.trim().replace(/^(?:[A-Z_]+=\S+\s+)+/, '').replace(/^npm --prefix \S+/, 'npm'), section }))
    .filter(({ line }) => /^np[mx] \S/.test(line))
}

/** Looks like a file or folder from the repository's folder: `data/`, `data/headcount.ts`, `slides.<id>.md`. */
const PATH = /^(?:[\w.<>*-]+\/)+[\w.<>*-]*$|^[\w.<>*-]+\.(?:ts|mjs|cjs|vue|md|json|css|yml)$/

/** Files and folders that a document names in code within its lines. */
export function namedPaths({ spans }: Checkable): CodeSpan[] {
  return spans
    .flatMap(({ text, section }) => text.split(/[\s,;]+/).map(word => ({ text: word, section })))
    .filter(({ text }) => PATH.test(text))
}
