/** @module-tag landing */
import { ESLint } from 'eslint'
import { expect, it } from 'vitest'

/**
 * Only the walls are asked, so that it takes seconds. What lies behind a door, and circles, is for dependency-cruiser in `npm run lint`.
 */
const eslint = new ESLint({ ruleFilter: ({ ruleId }) => ruleId === 'no-restricted-imports' })

/** The first question waits for ESLint's whole configuration. */
const LOADING = 30_000

/** What lint says of an import in a file, without the import itself. */
async function refusal(file: string, path: string): Promise<string | undefined> {
  const code = `import something from '${path}'\n`
  const [result] = await eslint.lintText(file.endsWith('.vue') ? `<script setup lang="ts">\n${code}</script>\n` : code, { filePath: file })
  return result!.messages[0]?.message
}

const WRONG: [file: string, path: string, why: string][] = [
  ['addon/new.ts', '../locales/editions', 'addon/ knows nothing of a deck'],
  ['addon/components/New.vue', '../../data', 'addon/ knows nothing of a deck'],
  ['addon/node/site/new.ts', '../../../figures/format', 'addon/ knows nothing of a deck'],
  ['fixture/new.ts', '../data', 'fixture/ stands on the addon alone'],
  ['fixture/components/New.vue', '../../addon/composables/useTalk', 'fixture/ stands on the addon alone'],
  ['data/new.ts', '../figures/format', 'data/ imports nothing but itself'],
  ['locales/new.ts', '../figures/format', 'locales/ imports data, types'],
  ['figures/new.ts', '../composables/useChart', 'figures/ are pure functions'],
  ['composables/new.ts', '../components/SourceLine.vue', 'What is shown'],
  ['components/New.vue', '../addon/composables/useTalk', 'What is shown'],
  ['components/New.vue', '../checks/rules', 'What is shown'],
  ['pages/new.vue', '../addon/node', 'What is shown'],
  ['theme/layouts/new.vue', '../../addon/lib/notes', 'What is shown'],
  ['theme/new.ts', '../addon/node/fonts', 'What runs in Node'],
  ['checks/new.ts', '../components/SourceLine.vue', 'What runs in Node'],
  ['setup/new.ts', '../addon/lib/problem', 'What runs in Node'],
  ['scripts/new.ts', '../data', 'scripts/ run the tests'],
]

it.each(WRONG)('%s may not import %s', async (file, path, why) => {
  expect(await refusal(file, path)).toContain(why)
}, LOADING)

const RIGHT: [file: string, path: string][] = [
  ['addon/components/New.vue', '../composables/useTalk'],
  ['fixture/setup/new.ts', '../../addon/node'],
  ['locales/new.ts', '../data/types'],
  ['figures/new.ts', '../addon/deck'],
  ['components/New.vue', '../addon'],
  ['checks/new.ts', '../addon/node'],
  ['tests/unit/new.ts', '../../addon/composables/useTalk'],
]

it.each(RIGHT)('%s may import %s', async (file, path) => {
  expect(await refusal(file, path)).toBeUndefined()
}, LOADING)
