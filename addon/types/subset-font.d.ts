/** The package ships no types of its own. */
declare module 'subset-font' {
  import type { Buffer } from 'node:buffer'

  /** Resolves to the font with only the glyphs that `text` needs. */
  export default function subsetFont(font: Buffer, text: string, options?: { targetFormat?: 'sfnt' | 'woff' | 'woff2' }): Promise<Buffer>
}
