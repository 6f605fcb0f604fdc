import { randomInt } from 'node:crypto'
import { networkInterfaces } from 'node:os'

/** Without letters and digits that look alike: someone may have to type it. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
const LENGTH = 10

/** A password that nobody guesses: some fifty bits. */
export function randomPassword(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}

/** Addresses at which other devices of the network find this machine. */
export function networkAddresses(interfaces = networkInterfaces()): string[] {
  return Object.values(interfaces)
    .flatMap(entries => entries ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
}

/** The presenter view at an address of the deck, with the password where Slidev looks for it. */
export function presenterAddress(host: string, port: number, { base, password }: { base: string, password: string }): string {
  return `http://${host}:${port}${base}presenter/1?password=${encodeURIComponent(password)}`
}
