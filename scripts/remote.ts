import { randomInt } from 'node:crypto'
import { networkInterfaces } from 'node:os'

/** What `npm start` hands to Slidev, and what it needs to tell the way to the presenter. */
export interface RemoteArguments {
  /** For Slidev. */
  readonly args: readonly string[]
  /** Set when other devices may come in. */
  readonly password: string | undefined
  /** As typed; undefined leaves the choice to us. */
  readonly port: string | undefined
  readonly bind: string | undefined
  readonly base: string
}

/** Without letters and digits that look alike: someone may have to type it. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
const LENGTH = 10

/** A password that nobody guesses: some fifty bits. */
export function randomPassword(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}

/** The value of an option as yargs reads it: `--name=value`, or `--name value` unless that is an option too. Undefined without the option. */
function optionValue(args: readonly string[], ...names: string[]): string | undefined {
  for (const [index, arg] of args.entries()) {
    const [name, ...rest] = arg.split('=')
    if (!names.includes(name!))
      continue
    const next = args[index + 1]
    return rest.length > 0 ? rest.join('=') : next === undefined || next.startsWith('-') ? '' : next
  }
  return undefined
}

/**
 * Gives `--remote` a password where it has none, which Slidev would take as leave to do without; all other arguments stay as they are.
 * @param args as typed after `npm start --`
 * @param makePassword for tests
 */
export function remoteArguments(args: readonly string[], makePassword = randomPassword): RemoteArguments {
  const typed = optionValue(args, '--remote')
  const password = typed === '' ? makePassword() : typed
  return {
    args: typed === '' ? args.map(arg => /^--remote=?$/.test(arg) ? `--remote=${password}` : arg) : args,
    password,
    port: optionValue(args, '--port', '-p'),
    bind: optionValue(args, '--bind'),
    base: optionValue(args, '--base') || '/',
  }
}

/** Addresses at which other devices of the network find this machine. */
export function networkAddresses(interfaces = networkInterfaces()): string[] {
  return Object.values(interfaces).flatMap(entries => entries ?? []).filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address)
}

/** The presenter view on one of them, with the password where Slidev looks for it. */
export function presenterAddress(host: string, port: string, { base, password = '' }: Pick<RemoteArguments, 'base' | 'password'>): string {
  return `http://${host}:${port}${base}presenter/1?password=${encodeURIComponent(password)}`
}
