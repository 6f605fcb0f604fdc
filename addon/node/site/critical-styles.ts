import type { Shell } from './capture'
import type { Site } from './site'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import Beasties from 'beasties'

/** The links as we wrote them, and the preloads that Beasties adds for them. */
const STYLESHEET = /<link rel="(?:stylesheet|preload)" href="[^"]*"(?: as="style")?>/g
const FONT_FACE = /@font-face\s*\{[^}]*\}/g
/** Selectors that Beasties can't match and would drop: what a language sets for the whole page, and the addon's looks without a theme. */
export const UNMATCHED = [/:lang\(/, /^:where\(:root/]

/** The deck's font faces. All of them: a rule is short, and a browser fetches only what text asks for. */
async function fontFaces({ dist, base }: Site, { styles }: Shell): Promise<string> {
  const sheets = await Promise.all(styles.map(({ href }) => readFile(path.join(dist, href!.slice(base.length)), 'utf8')))
  return sheets.flatMap(sheet => sheet.match(FONT_FACE) ?? []).join('')
}

/** Style without its rules for paper: those of the deck's style sheets, which come for print, are in force there from the start. */
function withoutPaper(css: string): string {
  const start = css.indexOf('@media print{')
  if (start < 0)
    return css
  let end = css.indexOf('{', start) + 1
  for (let depth = 1; depth > 0; end++)
    depth += css[end] === '{' ? 1 : css[end] === '}' ? -1 : 0
  return css.slice(0, start) + withoutPaper(css.slice(end))
}

/**
 * Puts the rules that a page's markup needs into the page, in the place of its style sheets. The deck's own ones come as sheets for print,
 * which nothing waits for, until the deck puts them in force (addon/client/replace-prerendered.ts). They stand before the inlined rules, so
 * that these go on deciding how the prerendered slide looks.
 */
export async function inlineCriticalStyles(html: string, site: Site, shell: Shell): Promise<string> {
  const beasties = new Beasties({
    path: site.dist,
    publicPath: site.base,
    pruneSource: false,
    mergeStylesheets: true,
    fonts: false,
    allowRules: UNMATCHED,
    reduceInlineStyles: false,
    logLevel: 'warn',
  })
  const deferred = shell.styles.map(({ href }) => `<link rel="stylesheet" href="${href}" media="print" data-deferred>`).join('')
  return (await beasties.process(html))
    .replace(/(?<=<style>)[\s\S]*?(?=<\/style>)/, withoutPaper)
    .replace(STYLESHEET, '')
    .replace(' data-beasties-container', '')
    .replace('<style>', `${deferred}<style data-prerendered="faces">${await fontFaces(site, shell)}</style><style data-prerendered>`)
}
