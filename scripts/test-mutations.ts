import type { Mutation } from './mutations/types'
import { defineCommand, log, runIfMain } from '../addon/node/cli/cli'
import { choice, valued } from '../addon/node/cli/options'
import { kinds } from './mutations/types'

/** Whether the tests notice what users would. */
export const command = defineCommand({
  name: 'test:mutations',
  summary: 'Breaks a copy of the project in one way after the other, and tells which way no test notices: an hour or two.',
  options: {
    kind: choice('only these', 'kind', kinds),
    only: valued('only those whose file, name or tests contain this', 'text', 'a text', text => text),
  },
  refused: { edition: 'each mutation names its tests' },
  examples: ['npm run test:mutations', 'npm run test:mutations -- --kind keys', 'npm run test:mutations -- --only timeline'],
  run: async ({ kind, only }) => {
    const [{ mutations }, { runMutations }] = await Promise.all([import('./mutations/list'), import('./mutations/run')])
    const isChosen = (mutation: Mutation) => (!kind || mutation.kind === kind)
      && (!only || `${mutation.file} ${mutation.name} ${mutation.tests.join(' ')}`.includes(only))
    const chosen = mutations.filter(isChosen)
    if (chosen.length === 0)
      throw new Error('No mutation is like that.')
    let done = 0
    const outcomes = await runMutations(chosen, ({ mutation: { kind, name, file }, noticedBy, seconds }) => {
      const count = `${String(++done).padStart(3)}/${chosen.length}`
      log(`${count} ${noticedBy ? 'noticed ' : 'SURVIVED'} ${String(seconds).padStart(4)} s  ${kind.padEnd(7)} ${name}`)
      log(`${' '.repeat(count.length + 18)}${noticedBy ?? file}`)
    })
    const survivors = outcomes.filter(({ noticedBy }) => !noticedBy)
    log(`${outcomes.length} mutations, ${survivors.length} survived.`)
    if (survivors.length > 0)
      throw new Error(survivors.map(({ mutation: { file, name } }) => `${file}: ${name}`).join('\n'))
  },
})

runIfMain(command, import.meta.url)
