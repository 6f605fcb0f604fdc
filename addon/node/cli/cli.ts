import type { Edition } from '../../deck'
import type { CommandOption, Options, Values } from './options'
import { realpathSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { Command, CommanderError, Option } from 'commander'
import { nearestTo } from '../../lib/problem'
import { assertDeck, editions } from '../deck'
import { npmKept } from './npm-options'
import { flagOf, listOf, readEdition } from './options'
import { endCleanly } from './replace-files'
import { UsageError } from './usage-error'

/** The editions that a command is for: at least one. */
export type ChosenEditions = readonly [Edition, ...Edition[]]

/** A command as the README lists it and as its file runs it. */
export interface CommandDefinition<O extends Options = Options> {
  /** Of the npm script, such as `export`. */
  readonly name: string
  /** What it does, in one sentence. */
  readonly summary: string
  /** Whether it takes an edition, as a word or as `--lang`, and what it does when none is named: the first, or all. */
  readonly editions?: 'first' | 'all'
  readonly options: O
  /** Whether it works with the deck's sources, and so stops on whatever is wrong with them before it does anything else. */
  readonly needsSoundDeck?: boolean
  /** What one may expect it to take, and why it doesn't: by the option's name, or `edition`. */
  readonly refused?: Readonly<Record<string, string>>
  /** As one types them. */
  readonly examples: readonly string[]
  /**
   * Checks what no option can by itself.
   * @throws a UsageError
   */
  readonly check?: (values: Values<O>, editions: ChosenEditions) => void
  /** Does the work. What is heavy is imported here, so that help and complaints come at once. */
  readonly run: (values: Values<O>, editions: ChosenEditions) => Promise<void>
}

/** What a command line asks for: help, or work. */
export type Asked<O extends Options> = { readonly help: string } | { readonly values: Values<O>, readonly editions: ChosenEditions }

type Environment = Readonly<Record<string, string | undefined>>

/** An option's value as typed: null where it was left out; undefined for a switch. */
interface Typed { readonly flag: string, readonly text: string | null | undefined }

const LANG: CommandOption<Edition | undefined> = {
  summary: 'the edition, the same as the word alone',
  value: '<edition>',
  expects: listOf(editions.map(({ id }) => id)),
  words: editions.map(({ id }) => id),
  fallback: undefined,
  read: text => readEdition(text ?? ''),
}

/** Checks the types of a definition. */
export function defineCommand<O extends Options>(definition: CommandDefinition<O>): CommandDefinition<O> {
  return definition
}

/** A command as one types it; its options follow a `--`. */
export function invocation(name: string): string {
  return `npm ${name === 'start' ? '' : 'run '}${name}`
}

/** A command's options, with that of the edition, by name. */
export function optionsOf({ editions, options }: Pick<CommandDefinition, 'editions' | 'options'>): Options {
  return editions ? { ...options, lang: LANG } : options
}

/** Its options as one types them. */
function flagsOf(definition: CommandDefinition): string[] {
  return [...Object.entries(optionsOf(definition)).map(([name, { fallback }]) => flagOf(fallback === true ? `no-${name}` : name)), '--help']
}

/** Hands an option to Commander, in both forms where it can be turned off; each occurrence is told of. */
function addOption(program: Command, name: string, option: CommandOption<unknown>, tell: (typed: Typed) => void): void {
  const { summary, short, value, fallback, shown } = option
  const plain = [short ? `-${short}, ` : '', flagOf(name), value ? ` ${value}` : ''].join('')
  const forms = fallback === true ? [flagOf(`no-${name}`), plain] : [plain]
  for (const [index, form] of forms.entries()) {
    const known = new Option(form, summary).hideHelp(index > 0)
    program.addOption(value && fallback !== undefined ? known.default(fallback, shown) : known)
    program.on(`option:${known.name()}`, (text?: string | null) => tell({ flag: `--${known.name()}`, text }))
  }
}

function programOf(definition: CommandDefinition, tell: (name: string, typed: Typed) => void): Command {
  const ids = editions.map(({ id }) => id)
  const discard = () => {}
  const program = new Command(`${invocation(definition.name)} --`)
    .description(definition.summary)
    .helpOption('-h, --help', 'what you are reading')
    .configureOutput({ writeOut: discard, writeErr: discard })
    .exitOverride()
    .allowExcessArguments()
  if (definition.editions)
    program.argument('[edition]', `${listOf(ids)} (default: ${definition.editions === 'all' ? 'all' : ids[0]})`)
  for (const [name, option] of Object.entries(optionsOf(definition)))
    addOption(program, name, option, typed => tell(name, typed))
  return program
}

function helpOf(definition: CommandDefinition): string {
  const examples = definition.examples.map(example => `  ${example}`)
  return `${programOf(definition, () => {}).helpInformation()}\nExamples:\n${examples.join('\n')}\n`
}

/** The sentence for what Commander refuses; it says so on two lines, and without what was expected. */
function refusal(definition: CommandDefinition, { message }: CommanderError): UsageError {
  const known = optionsOf(definition)
  const typed = /'(?:-\w, )?(-[^' ]*)/.exec(message)?.[1] ?? message
  const flag = typed.split('=')[0]!
  const option = Object.entries(known).find(([name, { short }]) => flagOf(name) === flag || `-${short}` === flag)?.[1]
  if (option?.value)
    return new UsageError(`${flag} needs a value: ${option.expects}.`)
  if (option || flag === '--help')
    return new UsageError(`${flag} takes no value: "${typed}".`)
  const [, reason] = Object.entries(definition.refused ?? {}).find(([name]) => flagOf(name) === flag) ?? []
  if (reason)
    return new UsageError(`"${flag}" is no option here: ${reason}.`)
  const flags = flagsOf(definition)
  const near = nearestTo(flag, flags)
  const rest = near ? `; did you mean "${near}"?` : `, only ${listOf(flags, 'and')}.`
  return new UsageError(`"${invocation(definition.name)}" has no option "${flag}"${rest}`)
}

/** Reads the value of one option. */
function readValue(option: CommandOption<unknown>, { flag, text }: Typed): unknown {
  if (text?.trim() === '' || (text?.startsWith('-') && !/^-\d/.test(text) && option.value?.startsWith('<')))
    throw new UsageError(`${flag} needs a value: ${option.expects}.`)
  const value = flag.startsWith('--no-') ? false : option.read(text ?? undefined)
  if (value !== undefined)
    return value
  const near = text!.length > 2 ? nearestTo(text!, option.words ?? []) : undefined
  throw new UsageError(`${flag} takes ${option.expects}, not "${text}"${near ? `; did you mean "${near}"?` : '.'}`)
}

/** The values of all options; one may be said twice, but not in two ways. */
function readValues(definition: CommandDefinition, typed: ReadonlyMap<string, readonly Typed[]>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(optionsOf(definition)).map(([name, option]) => {
    const [first, ...others] = typed.get(name) ?? []
    if (!first)
      return [name, option.fallback]
    const other = others.find(({ flag, text }) => flag !== first.flag || text !== first.text)
    if (other) {
      const [one, two] = [first, other].map(({ flag, text }) => typeof text === 'string' ? `${flag} ${text}` : flag)
      throw new UsageError(`"${one}" and "${two}" contradict each other; expected one of them.`)
    }
    return [name, readValue(option, first)]
  }))
}

/** Says what is wrong with a word that belongs to no option. */
function strayWord(definition: CommandDefinition, word: string, isSecond: boolean): UsageError {
  if (definition.refused?.edition && readEdition(word))
    return new UsageError(`"${word}" is not expected here: ${definition.refused.edition}.`)
  // "npm run rehearse --minutes 10" leaves only the number to us.
  const hint = /^\d/.test(word) ? `; if it belongs to an option, npm needs "--" before that: ${invocation(definition.name)} -- …` : ''
  const expected = `${definition.editions ? 'an edition and ' : ''}options such as ${flagsOf(definition)[0]}`
  if (!definition.editions || isSecond)
    return new UsageError(`"${word}" is one word too many: expected ${expected}${hint}.`)
  return new UsageError(`There is no edition "${word}": expected ${LANG.expects}${hint}.`)
}

/** The editions that a command line names. */
function readEditions(definition: CommandDefinition, words: readonly string[], lang: Edition | undefined): ChosenEditions {
  const [word, second] = words
  const named = word !== undefined && definition.editions ? readEdition(word) : undefined
  if (word !== undefined && !named)
    throw strayWord(definition, word, false)
  if (second !== undefined)
    throw strayWord(definition, second, true)
  if (named && lang && named !== lang)
    throw new UsageError(`"${word}" and "--lang ${lang.id}" are two editions; expected one of them.`)
  const chosen = named ?? lang
  if (chosen)
    return [chosen]
  return definition.editions === 'first' ? [editions[0]] : editions
}

/**
 * Reads a command line.
 * @param definition of the command
 * @param args as typed after `npm run <command> --`
 * @param env of the process: npm keeps options there that were typed without `--`
 * @throws a UsageError, one sentence, when something is not as the command expects it
 */
export function readCommand<O extends Options>(definition: CommandDefinition<O>, args: readonly string[], env: Environment = {}): Asked<O> {
  const plain = definition as unknown as CommandDefinition
  const own = args.includes('--') ? args.slice(0, args.indexOf('--')) : args
  if (own.includes('--help') || own.includes('-h'))
    return { help: helpOf(plain) }
  const typed = new Map<string, Typed[]>()
  const program = programOf(plain, (name, value) => typed.set(name, [...typed.get(name) ?? [], value]))
  try {
    program.parse([...args], { from: 'user' })
  }
  catch (error) {
    throw error instanceof CommanderError ? refusal(plain, error) : error
  }
  const kept = npmKept(optionsOf(plain), program.args, env)
  if (kept.length > 0)
    throw new UsageError(`npm keeps options to itself unless a "--" stands before them: ${invocation(plain.name)} -- ${kept.join(' ')}`)
  const { lang, ...values } = readValues(plain, typed)
  const chosen = readEditions(plain, program.args, lang as Edition | undefined)
  definition.check?.(values as Values<O>, chosen)
  return { values: values as Values<O>, editions: chosen }
}

/** An error that none of our sentences foresaw: of the language, of the system, of a library. */
function isUnforeseen(error: unknown): boolean {
  return !(error instanceof UsageError) && (!(error instanceof Error) || error.constructor !== Error || 'code' in error)
}

/** Tells an error by its message alone: a reader needs what to do, not our stack. */
function tellError(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error)
  const stack = error instanceof Error ? error.stack : undefined
  const more = process.env.DEBUG ? stack : isUnforeseen(error) && 'This was not foreseen: set DEBUG=1 for the stack.'
  // In a terminal a line of progress may be unfinished.
  const gap = process.stderr.isTTY && !(error instanceof UsageError) ? '\n' : ''
  process.stderr.write(`${gap}${[message, more].filter(Boolean).join('\n')}\n`)
}

/** Whoever reads our lines may stop, as `head` does; the work goes on. */
function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE')
        throw error
    })
  }
}

/** Runs a command with the arguments of this process. An error ends it with exit code 1 and a sentence. */
export async function runCommand<O extends Options>(definition: CommandDefinition<O>): Promise<void> {
  outliveReaders()
  endCleanly()
  process.on('uncaughtException', (error) => {
    tellError(error)
    process.exit(1)
  })
  try {
    const asked = readCommand(definition, process.argv.slice(2), process.env)
    if ('help' in asked)
      return void process.stdout.write(asked.help)
    if (definition.needsSoundDeck) {
      await assertDeck()
    }
    await definition.run(asked.values, asked.editions)
  }
  catch (error) {
    tellError(error)
    process.exitCode = 1
  }
}

/**
 * Runs a command when its file is the one that Node was started with, and not when a test imports it.
 * @param definition of the command
 * @param url `import.meta.url` of its file
 */
export function runIfMain<O extends Options>(definition: CommandDefinition<O>, url: string): void {
  const [, started] = process.argv
  if (started && moduleName(started) === moduleName(fileURLToPath(url)))
    void runCommand(definition)
}

/** A module's file without its ending, which may be left out, and without links on the way. */
function moduleName(file: string): string {
  const { dir, name } = path.parse(path.resolve(file))
  return path.join(realpathSync(dir), name)
}

/** Writes a line of progress or of a result. */
export function log(line: string): void {
  process.stdout.write(`${line}\n`)
}
