/** The package ships no types of its own. */
declare module 'fontverter' {
  import type { Buffer } from 'node:buffer'

  export function convert(font: Buffer, format: 'sfnt' | 'woff' | 'woff2'): Promise<Buffer>
}
