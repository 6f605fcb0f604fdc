import type { TestSpecification } from 'vitest/node'
import type { Edition } from './addon/deck'
import type { EditionId } from './locales/editions'
import type { DeckId } from './tests/browser/global-setup'
import { createRequire } from 'node:module'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'
import { wordsFileOf } from './addon/locales/all'
import { editions } from './locales/editions'

createRequire(import.meta.url)('./addon/preflight.cjs').preflight()

const fromRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** What Slidev's build gives the browser's side of an edition. */
function inBrowser({ id, language }: Pick<Edition, 'id' | 'language'>) {
  return {
    define: { __DECK_EDITION__: JSON.stringify(id) },
    resolve: {
      alias: {
      // The real client only runs inside of Slidev's build.
        '@slidev/client/state/storage.ts': fromRoot('tests/fakes/slidev-storage.ts'),
        '@slidev/client': fromRoot('tests/fakes/slidev-client.ts'),
        '#deck': fromRoot('deck.client.ts'),
        '#first-talk-words': fromRoot('addon/locales/index.ts'),
        '#talk-words': fromRoot(`addon/locales/${wordsFileOf(language)}.ts`),
        '#first-words': fromRoot('locales/index.ts'),
        '#words': fromRoot(`locales/${id}.ts`),
        '#document-words': fromRoot(`locales/${id}.documents.ts`),
        '#other-words': fromRoot(`locales/${id}.others.ts`),
      },
    },
  }
}

/** What differs by language, on every slide: the other files test what all editions share, in the first one. */
const BY_LANGUAGE = ['document', 'pdf', 'walk']
/** What differs only by what other tests compare, clicks and sources: in all languages with `--mode all`. */
const BY_LANGUAGE_IN_ALL = ['layout', 'links', 'navigation', 'pdf-charts', 'prerender', 'read']

/** Projects that open a built deck: first those of the deck that is built first. */
const IN_ORDER = ['fixture-zh', 'firefox', 'webkit', 'fixture', 'browser-zh', 'browser']

/**
 * One project after the other, as a process is used again for the same project only. Within it, as Vitest does, the file that took longest
 * last time, or the largest one: of the walk, which is short to read, nobody could tell at the first run.
 */
class ProjectByProject extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const orderOf = ({ project, moduleId }: TestSpecification) =>
      IN_ORDER.indexOf(project.name) - (moduleId.endsWith('/walk.test.ts') ? 0.5 : 0)
    return sorted.sort((one, other) => orderOf(one) - orderOf(other))
  }
}

/** What a test of an edition of a built deck is given. */
const onDeck = (deck: DeckId, edition: EditionId, mode: string) => ({ deck, edition, decks: [deck], all: mode === 'all' })

/** For files that share a browser and its pages in each of two processes: a test waits for its pages much of the time. */
const IN_BROWSERS = {
  maxWorkers: 2,
  isolate: false,
  testTimeout: 120_000,
  hookTimeout: 300_000,
  setupFiles: 'tests/browser/built.ts',
  sequence: { groupOrder: 1 },
}

/** `--mode all` (`npm run test:all`) adds the files that end in `.long.test.ts`: every hall, every size, many rounds. */
const endings = (mode: string) => mode === 'all' ? ['.test.ts', '.long.test.ts'] : ['.test.ts']

/** Whoever looks at five slides, and at length at the talk. */
const decksOf = (mode: string): DeckId[] => mode === 'all' ? ['fixture', 'talk'] : ['fixture']

/** Vitest reads this file and not Slidev's vite.config.ts: components are tested without Slidev's build. */
export default defineConfig(({ mode }) => ({
  test: {
    // One build of each site for all projects that open it.
    globalSetup: 'tests/browser/global-setup.ts',
    tags: [{ name: 'landing', description: 'asked before work lands (npm run test:landing), not at each npm test' }],
    sequence: { sequencer: ProjectByProject },
    projects: [
      {
        plugins: [vue()],
        ...inBrowser(editions[0]),
        test: {
          name: 'unit',
          maxWorkers: 2,
          include: ['tests/unit/**/*.test.ts'],
          // In one process: to start one for each file takes longer than all tests.
          isolate: false,
          // Fonts are cut, on machines with other work to do; the decks are built meanwhile.
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        plugins: [vue()],
        ...inBrowser(editions[0]),
        test: {
          name: 'canvas',
          maxWorkers: 2,
          // Drawn in a real browser and read off the pixels, without a build of the site.
          include: ['tests/canvas/**/*.test.ts'],
          hookTimeout: 60_000,
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          // README and docs: what they link to, type and show.
          name: 'docs',
          maxWorkers: 2,
          include: ['tests/docs/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          // The dev server on a copy of the deck: no build of the site.
          name: 'dev',
          // A project does not take it from the command line.
          mode,
          include: ['tests/dev/**/*.test.ts'],
          maxWorkers: 2,
          testTimeout: 90_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 0 },
        },
      },
      // What the addon does for any talk, on five slides that stand on it alone; where it speaks, with `--mode all` in both languages.
      ...editions.slice(0, mode === 'all' ? undefined : 1).map(({ id, language }, index) => ({
        ...inBrowser({ id, language }),
        test: {
          name: index === 0 ? 'fixture' : `fixture-${id}`,
          include: (index === 0 ? ['**/*'] : ['accessibility'])
            .flatMap(name => endings(mode).map(ending => `tests/addon/${name}${ending}`)),
          exclude: mode === 'all' ? [] : ['**/*.long.test.ts'],
          provide: onDeck('fixture', id, mode),
          env: { DECK_ROOT: fromRoot('fixture') },
          ...IN_BROWSERS,
        },
      })),
      // Walks through both decks in the engines that are no Chromium, where they are installed: a short one, and with `--mode all` all.
      ...(['firefox', 'webkit'] as const).map(engine => ({
        test: {
          name: engine,
          include: endings(mode).map(ending => `tests/engines/*${ending}`),
          exclude: mode === 'all' ? [] : ['**/*.long.test.ts'],
          provide: { engine, decks: decksOf(mode) },
          ...IN_BROWSERS,
          testTimeout: 600_000,
        },
      })),
      // Listens to them with a screen reader: five slides with `--mode windows`, and with `--mode all` the talk, too.
      ...(mode === 'all' || mode === 'windows'
        ? [{
            test: {
              name: 'heard',
              include: endings(mode).map(ending => `tests/heard/*${ending}`),
              exclude: mode === 'all' ? [] : ['**/*.long.test.ts'],
              provide: { decks: decksOf(mode) },
              setupFiles: 'tests/browser/built.ts',
              fileParallelism: false,
              testTimeout: 1_200_000,
              hookTimeout: 300_000,
              sequence: { groupOrder: 2 },
            },
          }]
        : []),
      // Gives them in real windows, on two screens: five slides with `--mode windows`, and with `--mode all` the talk, too.
      ...(mode === 'all' || mode === 'windows'
        ? [{
            test: {
              name: 'stage',
              include: endings(mode).map(ending => `tests/stage/*${ending}`),
              exclude: mode === 'all' ? [] : ['**/*.long.test.ts'],
              provide: { ...onDeck('fixture', 'en', mode), decks: decksOf(mode) },
              setupFiles: 'tests/browser/built.ts',
              fileParallelism: false,
              testTimeout: 1_200_000,
              hookTimeout: 300_000,
              sequence: { groupOrder: 2 },
            },
          }]
        : []),
      // Opens what they hand out in other programs: with `--mode documents` all, with `--mode data` what needs no build.
      ...(['all', 'documents', 'data'].includes(mode)
        ? [{
            test: {
              name: 'documents',
              include: [mode === 'data' ? 'tests/documents/data.test.ts' : 'tests/documents/*.test.ts'],
              provide: { ...onDeck('talk', 'en', mode), decks: mode === 'data' ? [] : decksOf('all') },
              setupFiles: 'tests/browser/built.ts',
              fileParallelism: false,
              testTimeout: 600_000,
              hookTimeout: 300_000,
              sequence: { groupOrder: 3 },
            },
          }]
        : []),
      // Five slides on the servers that people put a site on, with `--mode hosts`.
      ...(mode === 'hosts'
        ? [{
            ...inBrowser(editions[0]),
            test: {
              name: 'hosts',
              include: ['tests/hosts/*.test.ts'],
              // Who returns from an earlier commit had the talk.
              provide: onDeck(process.env.HOSTS_BEFORE ? 'talk' : 'fixture', 'en', mode),
              setupFiles: 'tests/browser/built.ts',
              fileParallelism: false,
              testTimeout: 900_000,
              hookTimeout: 900_000,
              sequence: { groupOrder: 3 },
            },
          }]
        : []),
      ...editions.map(({ id, language }, index) => ({
        ...inBrowser({ id, language }),
        test: {
          name: index === 0 ? 'browser' : `browser-${id}`,
          include: (index === 0 ? ['**/*'] : [...BY_LANGUAGE, ...mode === 'all' ? BY_LANGUAGE_IN_ALL : []])
            .flatMap(name => endings(mode).map(ending => `tests/browser/${name}${ending}`)),
          exclude: mode === 'all' ? [] : ['**/*.long.test.ts'],
          provide: onDeck('talk', id, mode),
          ...IN_BROWSERS,
        },
      })),
    ],
  },
}))
