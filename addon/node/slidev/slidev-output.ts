import { stripVTControlCharacters } from 'node:util'

/** Slidev 52.20.1 begins its banner with its sign, and ends it with the keys that it listens to. */
const SIGN = '●■▲'
const LAST = 'shortcuts'

/**
 * What else stands in the banner, each at the start of a line. Slidev offers its exporter there whether the deck has it or not, and
 * keys that open an editor: https://github.com/slidevjs/slidev/blob/v52.20.1/packages/slidev/node/cli.ts (`printInfo`).
 */
export const BANNER = [
  'Slidev',
  'theme',
  'css engine',
  'entry',
  'public slide show',
  'private slide show',
  'presenter mode',
  'slides overview',
  'export slides',
  'mcp server',
  'vite inspector',
  'remote control',
  'remote via tunnel',
  LAST,
]

/** Where an error came from, which helps nobody who writes slides. */
const STACK = /^\s+at .*(?::\d+:\d+\)?|\(<anonymous>\)|<anonymous>|native\)|\(index \d+\))$/

/** Takes the banner, stacks and the blank lines around them out of what Slidev prints. One for each stream. */
export class LineFilter {
  #inBanner = false
  #blanks = 0

  /**
   * @param onReady called where the banner ends: the deck can be opened
   * @param keepStacks whether the lines of a stack stay
   */
  constructor(readonly onReady: () => void, readonly keepStacks = false) {}

  /** The lines to print for one of Slidev's. */
  take(line: string): string[] {
    const plain = stripVTControlCharacters(line)
    const text = plain.trim()
    if (text === '') {
      this.#blanks++
      return []
    }
    const blanks = this.#blanks
    this.#blanks = 0
    if (text === SIGN) {
      this.#inBanner = true
      return []
    }
    if (this.#inBanner && BANNER.some(label => text.startsWith(label))) {
      if (text.startsWith(LAST)) {
        this.#inBanner = false
        this.onReady()
      }
      return []
    }
    if (STACK.test(plain) && !this.keepStacks)
      return []
    return [...this.#inBanner ? [] : Array.from({ length: blanks }, () => ''), line.replace(/^Error: /, '')]
  }
}
