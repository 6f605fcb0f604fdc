import type { Plugin } from 'vite'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { relative, resolve } from 'node:path'
import { glob } from 'tinyglobby'
import { normalizePath } from 'vite'

const STUBS = resolve(import.meta.dirname, 'slim')

/** Something that Slidev bundles and this deck does without. */
export interface Cut {
  /** What is left out, as messages call it. */
  readonly name: string
  /** Why nothing that the deck shows gets lost. */
  readonly safe: string
  /** What a visitor is spared at the first slide, in kB of gzip. */
  readonly saves: number
  /** The import, and optionally the file that imports it. */
  readonly id: RegExp
  readonly importer?: RegExp
  /** A file in `addon/vite/slim/`, or another module, in its place. */
  readonly instead: string
  /** What a slide or component that does need it contains. */
  readonly need?: RegExp
}

/**
 * All cuts. They reach into Slidev 52.20: the build stops when an upgrade has moved what one of them cuts, and when a
 * slide starts to need it.
 */
export const CUTS: readonly Cut[] = [
  {
    name: 'the template compiler of Vue',
    safe: 'all templates are compiled when the deck is built',
    saves: 32,
    id: /\/vue\/dist\/vue\.esm-bundler\.js$/,
    // By its path: Slidev's alias would change the name.
    instead: createRequire(import.meta.url).resolve('vue/dist/vue.runtime.esm-bundler.js'),
    need: /\btemplate:\s*['"`]/,
  },
  {
    name: 'the client of annotated code (twoslash)',
    safe: 'the deck shows no code; Slidev ships it even with `twoslash: false`, and it logs an error on every page',
    saves: 2,
    id: /^@shikijs\/vitepress-twoslash\/client$/,
    instead: './twoslash.ts',
    need: /^```/m,
  },
  {
    name: 'styles of annotated code (twoslash)',
    safe: 'the deck shows no code; the styles of floating-vue among them come with it',
    saves: 2.4,
    id: /^@shikijs\/vitepress-twoslash\/style\.css$/,
    instead: './empty.css',
  },
  {
    name: 'styles of code blocks',
    safe: 'the deck shows no code; theme/styles/tokens.css has the colour scheme that is among them',
    saves: 0.9,
    id: /^\.\/(?:code|shiki-twoslash)\.css$/,
    importer: /@slidev\/client\/styles\//,
    instead: './empty.css',
  },
  {
    name: 'styles of moving code (magic-move)',
    safe: 'the deck shows no code',
    saves: 0.3,
    id: /^@shikijs\/magic-move\/style\.css$/,
    instead: './empty.css',
  },
  {
    name: 'floating-vue at start',
    safe: 'fetched when something first floats: an explanation in the settings, the width of the pen',
    saves: 13,
    id: /^floating-vue$/,
    importer: /\/(?:SlidesShow|SlideContainer|FormItem|DrawingControls|print)\.vue/,
    instead: './floating.ts',
  },
  {
    name: 'the goto dialog',
    safe: 'ours finds slides by number and by words of their titles, only not with typing errors (fuse.js)',
    saves: 11.5,
    id: /\/Goto\.vue$/,
    importer: /@slidev\/client\//,
    instead: './goto.ts',
  },
  {
    name: 'buttons within buttons',
    safe: 'addon/components/MenuButton.vue is one button and opens the same menus',
    saves: 0,
    id: /\/MenuButton\.vue$/,
    importer: /@slidev\/client\/internals\//,
    instead: './menu-button.ts',
  },
  {
    name: 'the settings at start',
    safe: 'fetched when their menu is opened',
    saves: 4,
    id: /\/Settings\.vue$/,
    importer: /\/NavControls\.vue/,
    instead: './settings.ts',
  },
  {
    name: 'v-mark',
    safe: 'no slide has it; a slide that got it would be named in the console',
    saves: 10,
    id: /\/modules\/v-mark$/,
    instead: './directives.ts',
    need: /\bv-mark\b/,
  },
  {
    name: 'v-motion',
    safe: 'as v-mark',
    saves: 13,
    id: /\/modules\/v-motion$/,
    instead: './directives.ts',
    need: /\bv-motion\b/,
  },
  {
    name: 'v-drag',
    safe: 'as v-mark',
    saves: 1,
    id: /\/modules\/v-drag$/,
    instead: './directives.ts',
    need: /\bv-drag\b|\bVDrag/,
  },
  {
    name: 'the handles of v-drag',
    safe: 'only v-drag shows them',
    saves: 2,
    id: /\/DragControl\.vue$/,
    instead: './empty-component.ts',
  },
  {
    name: 'the YAML parser',
    safe: 'Slidev parses slides when it builds; the page takes one function from that module, and gets it from where it stands',
    saves: 11,
    id: /^@slidev\/parser\/core$/,
    instead: '@slidev/parser/utils',
  },
  {
    name: 'unhead',
    safe: 'Slidev sets the title and the language with it, which take two lines',
    saves: 12,
    id: /^@unhead\/vue(?:\/client)?$/,
    instead: './head.ts',
  },
  {
    name: 'the logo of Slidev as a 94 kB picture',
    safe: 'the info dialog shows it 20 pixels wide; there is the same as SVG',
    saves: 0,
    id: /\/assets\/logo\.png$/,
    importer: /\/InfoDialog\.vue/,
    instead: '@slidev/client/assets/logo.svg?no-inline',
  },
]

const SOURCES = ['slides*.md', '*.vue', '{components,layouts,pages,theme}/**/*.vue', '{composables,setup}/**/*.ts']

/** @throws when a slide or component needs what is cut, with its file */
async function refuseNeeds(root: string, cuts: readonly Cut[]): Promise<void> {
  for (const file of (await glob(SOURCES, { cwd: root, absolute: true })).sort()) {
    const source = await readFile(file, 'utf8')
    const missed = cuts.find(({ need }) => need?.test(source))
    if (missed)
      throw new Error(`${relative(root, file)} needs what addon/vite/slim.ts leaves out: ${missed.name}. Take that entry out of CUTS.`)
  }
}

/**
 * Leaves out of the bundle what the deck does without. On the dev server, too, so that an author sees what visitors
 * get.
 * @param root folder of the deck, absolute
 * @param cuts what is left out
 */
export function slim(root: string, cuts: readonly Cut[] = CUTS): Plugin {
  const made = new Set<Cut>()
  return {
    name: 'deck:slim',
    enforce: 'pre',
    buildStart: () => refuseNeeds(root, cuts),
    async resolveId(id, importer = '') {
      const cut = cuts.find(cut => cut.id.test(id) && (!cut.importer || cut.importer.test(importer)))
      if (!cut)
        return undefined
      made.add(cut)
      return cut.instead.startsWith('./') ? normalizePath(resolve(STUBS, cut.instead)) : this.resolve(cut.instead, importer, { skipSelf: true })
    },
    generateBundle() {
      const stale = cuts.filter(cut => !made.has(cut))
      if (stale.length > 0)
        this.error(`Nothing imports any more what addon/vite/slim.ts leaves out: ${stale.map(({ name }) => name).join('; ')}. Has Slidev moved it? Then adapt that entry of CUTS; otherwise remove it.`)
    },
  }
}
