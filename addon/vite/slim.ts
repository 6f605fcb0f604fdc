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
  /** The imports of it, each of which there has to be. */
  readonly ids: readonly RegExp[]
  /** The files that import it, if others may have it. */
  readonly importer?: RegExp
  /** A file in `addon/vite/slim/`, or another module, in its place. */
  readonly instead: string
  /** What a slide or component that does need it contains. */
  readonly need?: RegExp
}

/**
 * All cuts, each with the reason why nothing gets lost that the deck shows. They reach into Slidev 52.20: the build stops when an upgrade
 * has moved what one of them cuts, and when a slide starts to need it. docs/slidev.md has what each saves, and what Slidev could change to
 * spare it.
 */
export const CUTS: readonly Cut[] = [
  // All templates are compiled when the deck is built.
  {
    name: 'the template compiler of Vue',
    ids: [/\/vue\/dist\/vue\.esm-bundler\.js$/],
    // By its path: Slidev's alias would change the name.
    instead: createRequire(import.meta.url).resolve('vue/dist/vue.runtime.esm-bundler.js'),
    need: /\btemplate:\s*['"`]/,
  },
  // The deck shows no code. Slidev ships it even with `twoslash: false`, and it logs an error on every page.
  {
    name: 'the client of annotated code (twoslash)',
    ids: [/^@shikijs\/vitepress-twoslash\/client$/],
    instead: './twoslash.ts',
    need: /^```/m,
  },
  // The deck shows no code. What is among them and not for code comes from elsewhere: the colour scheme from theme/styles/tokens.css, the
  // styles of floating-vue with floating.ts.
  {
    name: 'styles of code',
    ids: [
      /^@shikijs\/vitepress-twoslash\/style\.css$/,
      /^@shikijs\/magic-move\/style\.css$/,
      /^\.\/shiki-twoslash\.css$/,
      /^\.\/code\.css$/,
    ],
    importer: /\/@slidev\/client\/styles\//,
    instead: './empty.css',
  },
  {
    name: 'styles of alerts',
    ids: [/^markdown-it-github-alerts\/styles\//],
    importer: /\/@slidev\/client\/styles\//,
    instead: './empty.css',
    need: /^> \[!/m,
  },
  {
    name: 'tables of contents',
    ids: [/\/useTocTree$/],
    importer: /\/composables\/useNav\.ts/,
    instead: './toc-tree.ts',
    need: /<Toc\b/i,
  },
  {
    name: 'styles of transitions from slide to slide',
    ids: [/^\.\/transitions\.css$/],
    importer: /\/@slidev\/client\/styles\//,
    instead: './empty.css',
    need: /^transition:/m,
  },
  {
    name: 'view transitions',
    ids: [/\/useViewTransition$/],
    importer: /\/internals\/SlidesShow\.vue/,
    instead: './view-transition.ts',
    need: /\bview-transition\b/,
  },
  // Only notes are set in it, and they bring it (client/notes.ts).
  {
    name: 'how running text is set, at start',
    ids: [/^uno:typography\.css$/],
    importer: /\/@slidev\/client\/styles\//,
    instead: './empty.css',
  },
  // It comes when something first floats: an explanation in the settings, the width of the pen.
  {
    name: 'floating-vue at start',
    ids: [/^floating-vue$/],
    importer: /\/(?:SlidesShow|SlideContainer|FormItem|DrawingControls|print)\.vue/,
    instead: './floating.ts',
  },
  // Ours can be told by a screen reader, and finds slides by number and by words of their titles, only not with typing errors (fuse.js).
  {
    name: 'the goto dialog',
    ids: [/\/Goto\.vue$/],
    importer: /@slidev\/client\//,
    instead: './goto.ts',
  },
  // Ours has names, holds the focus, and comes when it is asked for.
  {
    name: 'the overview',
    ids: [/\/QuickOverview\.vue$/],
    instead: './overview.ts',
  },
  // Not for its weight: addon/components/MenuButton.vue opens the same menus, and is one button.
  {
    name: 'buttons within buttons',
    ids: [/\/MenuButton\.vue$/],
    importer: /@slidev\/client\/internals\//,
    instead: './menu-button.ts',
  },
  // Not for their weight: ours leave two fingers, and any on a zoomed page, to the browser.
  {
    name: 'swipes',
    ids: [/\/useSwipeControls$/],
    importer: /@slidev\/client\/pages\//,
    instead: './swipe-controls.ts',
  },
  // Not for its weight: ours knows no place of a pointer before it moves.
  {
    name: 'the place of the pointer',
    ids: [/\/useMousePosInSlide$/],
    importer: /@slidev\/client\/(?:pages|internals)\//,
    instead: './mouse-position.ts',
  },
  // Not for their weight: ours rests unseen, and is seen on any colour.
  {
    name: 'the laser pointer',
    ids: [/\/LaserPointer\.vue$/],
    importer: /@slidev\/client\/pages\//,
    instead: './pointer.ts',
  },
  {
    name: 'the presenter\'s pointer',
    ids: [/\/PresenterMouse\.vue$/],
    importer: /@slidev\/client\/pages\//,
    instead: './empty-component.ts',
  },
  // Not for its weight: ours ticks once a second.
  {
    name: 'the clock that ticks ten times a second',
    ids: [/\/useTimer$/],
    importer: /@slidev\/client\/internals\//,
    instead: './timer.ts',
  },
  // It comes with a pen, and with what another window has drawn.
  {
    name: 'the drawing board at start',
    ids: [/^drauu$/],
    importer: /\/composables\/useDrawings\.ts/,
    instead: './drawing.ts',
  },
  // It comes with a pen.
  {
    name: 'the toolbar of the pen at start',
    ids: [/\/DrawingControls\.vue$/],
    importer: /\/internals\/Controls\.vue/,
    instead: './drawing-controls.ts',
  },
  // They come once the first slide has stood for a while, or somebody reaches for them.
  {
    name: 'the row of buttons at start',
    ids: [/\/NavControls\.vue$/],
    importer: /\/pages\/play\.vue/,
    instead: './nav-controls.ts',
  },
  // They come when they are opened.
  {
    name: 'the menu of the right mouse button at start',
    ids: [/\/ContextMenu\.vue$/],
    importer: /\/Controls\.vue/,
    instead: './context-menu.ts',
  },
  {
    name: 'what stands in the menu of the right mouse button, at start',
    ids: [/\/setup\/context-menu$/],
    importer: /\/logic\/contextMenu\.ts/,
    instead: './context-menu-items.ts',
  },
  {
    name: 'the info dialog at start',
    ids: [/\/InfoDialog\.vue$/],
    importer: /\/Controls\.vue/,
    instead: './info-dialog.ts',
  },
  // They come when their menu is opened.
  {
    name: 'the settings at start',
    ids: [/\/Settings\.vue$/],
    importer: /\/NavControls\.vue/,
    instead: './settings.ts',
  },
  // They stand in one file, which goes whole to where its first user is. These are for what comes later, which gets a copy of its own.
  {
    name: 'helpers that no first slide needs',
    ids: [/^@vueuse\/core$/],
    importer: /\/(?:Draggable|ContextMenu|SelectList|InfoDialog|Modal|MenuButton|GotoDialog|TalkCount|HandoutPages)\.vue/,
    instead: `${createRequire(createRequire(import.meta.url).resolve('@vueuse/core/package.json')).resolve('./dist/index.js')}?later`,
  },
  // No slide has one. Should a slide get one where the build can't see it, the console names it.
  {
    name: 'v-mark, v-motion and v-drag',
    ids: [/\/modules\/v-mark$/, /\/modules\/v-motion$/, /\/modules\/v-drag$/],
    instead: './directives.ts',
    need: /\bv-(?:mark|motion|drag)\b|\bVDrag/,
  },
  // Only v-drag shows them.
  {
    name: 'the handles of v-drag',
    ids: [/\/DragControl\.vue$/],
    instead: './empty-component.ts',
  },
  // Slidev parses slides when it builds. The page takes one function from that module, and gets it from where it stands.
  {
    name: 'the YAML parser',
    ids: [/^@slidev\/parser\/core$/],
    instead: '@slidev/parser/utils',
  },
  // Slidev sets the title and the language with it, which take two lines.
  {
    name: 'unhead',
    ids: [/^@unhead\/vue$/, /^@unhead\/vue\/client$/],
    instead: './head.ts',
  },
  // 94 kB for 20 pixels in the info dialog, which everyone would be sent for use without a network. Slidev has the same as SVG.
  {
    name: 'the logo of Slidev as a picture',
    ids: [/\/assets\/logo\.png$/],
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
  const used = new Set<RegExp>()
  return {
    name: 'deck:slim',
    enforce: 'pre',
    buildStart: () => refuseNeeds(root, cuts),
    resolveId: {
      // UnoCSS knows its own by their names.
      order: 'pre',
      async handler(id, importer = '') {
        for (const { ids, importer: importers, instead } of cuts) {
          const found = ids.find(pattern => pattern.test(id))
          if (!found || (importers && !importers.test(importer)))
            continue
          used.add(found)
          return instead.startsWith('./') ? normalizePath(resolve(STUBS, instead)) : this.resolve(instead, importer, { skipSelf: true })
        }
      },
    },
    generateBundle() {
      const stale = cuts.flatMap(({ name, ids }) => ids.filter(pattern => !used.has(pattern)).map(pattern => `${name} (${pattern})`))
      if (stale.length > 0) {
        this.error(
          `Nothing imports any more what addon/vite/slim.ts leaves out: ${stale.join('; ')}. Has Slidev moved it? Then adapt that entry `
          + 'of CUTS; otherwise remove it.',
        )
      }
    },
  }
}
