import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, extname, join } from 'node:path'

/** The names that slides may use. */
export interface DeckVocabulary {
  /** Components in PascalCase: the deck's own, and Slidev's. */
  readonly components: readonly string[]
  /** Properties of the deck's own components, by component; a required one ends in `!`. */
  readonly properties: ReadonlyMap<string, readonly string[]>
  readonly layouts: readonly string[]
  /** Tells whether an icon set that is installed has it: `carbon-arrow-up`. */
  readonly isIcon: (name: string) => boolean
  /** Tells whether a theme or an add-on is installed, by its name in the headmatter. */
  readonly isInstalled: (kind: 'theme' | 'addon', name: string) => boolean
}

/** Folder of an installed package. */
function packageFolder(root: string, name: string): string | undefined {
  try {
    return dirname(createRequire(join(root, 'package.json')).resolve(`${name}/package.json`))
  }
  catch {
    return undefined
  }
}

/** Names of the files in a folder, without their ending. */
function namesIn(folder: string, ending: RegExp): string[] {
  return existsSync(folder) ? readdirSync(folder).filter(file => ending.test(file)).map(file => basename(file, extname(file))) : []
}

/** Names of a component's properties, where it says them literally; undefined where it takes them from a type of its own. */
function propertiesOf(component: string): string[] | undefined {
  if (!component.includes('defineProps'))
    return []
  const literal = /defineProps<\{([\s\S]*?)\}>\(\)/.exec(component)?.[1]
  return literal === undefined
    ? undefined
    : Array.from(
        literal.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/(\w+)(\?)?:(?!:)/g),
        ([, name, optional]) => optional ? name! : `${name}!`,
      )
}

/** Whether a set of icons, `@iconify-json/<set>`, has the rest of the name. */
function hasIcon(modules: string, name: string): boolean {
  const sets = join(modules, '@iconify-json')
  const set = namesIn(sets, /./).find(set => name.startsWith(`${set}-`))
  if (!set)
    return false
  const { icons, aliases = {} } = JSON.parse(readFileSync(join(sets, set, 'icons.json'), 'utf8')) as { icons: object, aliases?: object }
  return name.slice(set.length + 1) in { ...icons, ...aliases }
}

/** As Slidev finds them: by a short name, a package's, or a path. */
function isInstalled(root: string, kind: string, name: string): boolean {
  if (/^[./]|^@\//.test(name))
    return existsSync(join(root, name.replace(/^@?\//, '')))
  return name === 'none' || [`@slidev/${kind}-${name}`, `slidev-${kind}-${name}`, name].some(
    name => packageFolder(root, name) !== undefined,
  )
}

/**
 * The names that are there for slides: the deck's components and layouts, those of Slidev, of the theme and of the addon.
 * @param root the repository's folder
 */
export function deckVocabulary(root: string): DeckVocabulary {
  const client = packageFolder(root, '@slidev/client') ?? ''
  const [theme, addon] = [join(root, 'theme'), join(root, 'addon')]
  const own = namesIn(join(root, 'components'), /\.(?:vue|[jt]sx?)$/)
  const builtin = namesIn(join(client, 'builtin'), /^[A-Z][^.]*\.(?:vue|ts)$/)
  const properties = own.flatMap((name) => {
    const file = join(root, 'components', `${name}.vue`)
    const found = existsSync(file) ? propertiesOf(readFileSync(file, 'utf8')) : undefined
    return found ? [[name, found] as const] : []
  })
  return {
    components: [...own, ...builtin, ...[theme, addon].flatMap(folder => namesIn(join(folder, 'components'), /\.vue$/))],
    properties: new Map(properties),
    layouts: [...new Set([theme, addon, root, client].flatMap(folder => namesIn(join(folder, 'layouts'), /\.(?:vue|[jt]s)$/)))],
    isIcon: name => hasIcon(join(client, '../..'), name),
    isInstalled: (kind, name) => isInstalled(root, kind, name),
  }
}
