import type { Plugin } from 'vite'

const SETTINGS = '/@slidev/configs'
const FIRST = '__slidev_1.frontmatter'
/** What Slidev needs of a headmatter as it builds, and no page asks for. */
const BUILT = new Set([
  'addons',
  'comark',
  'css',
  'export',
  'fonts',
  'highlighter',
  'keywords',
  'mdc',
  'monacoRunAdditionalDeps',
  'monacoTypesAdditionalPackages',
  'monacoTypesIgnorePackages',
  'notesAutoRuby',
  'plantUmlServer',
  'pwa',
  'routerMode',
  'seoMeta',
  'titleTemplate',
])

/** JSON without what only the build needs. */
function needed(json: string): string {
  const settings = Object.entries(JSON.parse(json) as Record<string, unknown>)
  return JSON.stringify(Object.fromEntries(settings.filter(([name]) => !BUILT.has(name))))
}

/** Leaves out of the settings that every visitor is sent what only the build needs; they are the first slide's front matter, too. */
export function neededSettings(): Plugin {
  return {
    name: 'deck:settings',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      const start = id.endsWith(SETTINGS) ? 'export default ' : id.endsWith(FIRST) ? 'export const frontmatterData = ' : undefined
      if (!start)
        return
      const line = code.split('\n').find(line => line.startsWith(`${start}{`))
      if (!line)
        return this.error(`Slidev writes its settings in another way than addon/vite/settings.ts knows; adapt it to ${id}.`)
      return code.replace(line, () => start + needed(line.slice(start.length)))
    },
  }
}
