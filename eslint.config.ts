import type { TypedFlatConfigItem } from '@antfu/eslint-config'
import antfu from '@antfu/eslint-config'

const FACTS = ['data/**', 'figures/**', 'locales/**']
/** The addon's doors: plain functions and types; in the browser; in Node. */
const DECK = 'addon/deck'
const BROWSER = [DECK, 'addon', 'addon/paper', 'addon/charts']
const NODE = [DECK, 'addon/node']

const ADDON = 'addon/ knows nothing of a deck: it gets it as "#deck" in the browser, and is handed deck.ts in Node.'
const FIXTURE = 'fixture/ stands on the addon alone, by its doors: addon/{index,paper,charts,deck,node/index}.ts.'
const SHOWN = 'What is shown imports facts, words and the addon by its doors: addon/{index,paper,charts,deck}.ts.'
const IN_NODE = 'What runs in Node imports facts, words and the addon by its doors: addon/deck.ts, addon/node/index.ts.'

/**
 * A wall: an import that leaves the folder may only lead where the list says. `.dependency-cruiser.cjs` holds the same of resolved paths,
 * of imports at run time, and between the addon's own rooms; docs/decisions.md tells it in words.
 * @param folder whose files are walled in; `*` for any folder
 * @param may from the repository's folder; `**` stands for all of a folder
 * @param message why
 */
function wall(folder: string, may: readonly string[], message: string): TypedFlatConfigItem {
  const depth = folder.split('/').length
  const allowed = may.map(path => path.replace(/\/\*\*$/, '(?:/.+)?')).join('|')
  const regex = `^(?:\\.\\./){${depth}}(?!(?:${allowed || '(?!)'})$)`
  return {
    name: `walls/${folder}`,
    files: [`${folder}/*.{ts,vue,cjs}`],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ regex, message }] }] },
  }
}

/** Who may import whom. Tests may import anything. */
const walls = [
  wall('addon', [], ADDON),
  wall('addon/*', [], ADDON),
  wall('addon/*/*', [], ADDON),
  wall('fixture', BROWSER.concat(NODE), FIXTURE),
  wall('fixture/*', BROWSER.concat(NODE), FIXTURE),
  wall('data', [], 'data/ imports nothing but itself: facts know nothing of what shows them.'),
  wall(
    'locales',
    ['data/**', 'figures/tokens', 'figures/other-tokens', DECK],
    'locales/ imports data, types, and figures/tokens and other-tokens, which print figures into words.',
  ),
  wall('figures', ['data/**', 'locales/**', DECK], 'figures/ are pure functions: they import data, types of locales, and addon/deck.ts.'),
  wall('composables', [...FACTS, ...BROWSER], SHOWN),
  wall('components', [...FACTS, 'composables/**', ...BROWSER], SHOWN),
  wall('pages', [...FACTS, 'composables/**', 'components/**', 'theme/styles/**', ...BROWSER], SHOWN),
  wall('theme/layouts', [...FACTS, 'composables/**', 'components/**', ...BROWSER], SHOWN),
  wall('theme', [...FACTS, ...NODE], IN_NODE),
  wall('checks', [...FACTS, ...NODE], IN_NODE),
  wall('setup', [...FACTS, 'checks/**', 'pages/**', 'theme/**', 'deck', ...NODE], IN_NODE),
  wall('scripts', ['addon/**', 'tests/**'], 'scripts/ run the tests of this repository: they import the addon and tests.'),
]

const LINE = { code: 140, ignoreUrls: true, ignoreRegExpLiterals: true }

/** No line is longer than a reader's window; a sentence of an edition stays in one piece, as it is translated. */
const lines: TypedFlatConfigItem[] = [
  { name: 'lines', files: ['**/*.{ts,vue,css,cjs,js}'], rules: { 'style/max-len': ['error', LINE] } },
  // Markup and messages as browsers and tools give them.
  { name: 'lines/tests', files: ['tests/**/*.ts'], rules: { 'style/max-len': ['error', { ...LINE, ignoreTemplateLiterals: true }] } },
  {
    name: 'lines/words',
    files: ['locales/*.ts', 'addon/locales/*.ts'],
    rules: { 'style/max-len': ['error', { ...LINE, ignoreStrings: true }] },
  },
]

const LACKING = 'Not in every engine (docs/platforms.md): ask first whether it is there, and go on without it.'
const lacks = (object: string, property: string) => ({ object, property, message: LACKING })

/** What WebKit or Firefox lacks: nothing that is shown may depend on it. stylelint.config.js has the same for styles. */
const engines: TypedFlatConfigItem[] = [{
  name: 'engines',
  files: ['{components,composables,figures,fixture,locales,pages,theme}/**/*.{ts,vue}', 'addon/**/*.{ts,vue}', 'deck.client.ts'],
  ignores: ['addon/{bench,commands,node,vite}/**', 'theme/fonts.ts'],
  rules: {
    'no-restricted-globals': [
      'error',
      { name: 'global', message: 'Use `globalThis` instead.' },
      { name: 'self', message: 'Use `globalThis` instead.' },
      ...['requestIdleCallback', 'scheduler', 'navigation', 'Temporal'].map(name => ({ name, message: LACKING })),
    ],
    'no-restricted-properties': [
      'error',
      ...['requestIdleCallback', 'scheduler', 'navigation'].map(name => lacks('window', name)),
      ...['connection', 'keyboard'].map(name => lacks('navigator', name)),
      lacks('screen', 'orientation'),
      lacks('storage', 'persist'),
      lacks('context', 'filter'),
      lacks('context', 'lang'),
    ],
    'vue/no-restricted-static-attribute': ['error', { key: 'closedby', message: LACKING }],
  },
}]

/** One tool for correctness and format. Slides are prose with their own syntax and stay out. */
export default antfu({
  type: 'app',
  vue: true,
  typescript: true,
  markdown: false,
  formatters: { css: true },
  ignores: ['slides*.md', 'dist', 'exports', 'public', 'docs'],
}, ...walls, ...lines, ...engines)
