/** A text that is selected, and what stands for the line or box that it is in: texts of one such place belong together. */
export interface CopiedPiece { readonly text: string, readonly place: unknown }

/**
 * What is to be copied, with a new line wherever two words of different places were joined. All other space stays as it is.
 * @param whole as the browser copies it
 * @param pieces all texts of the selection, in their order; those that the browser leaves out may be among them
 */
export function withWordsApart(whole: string, pieces: readonly CopiedPiece[]): string {
  let apart = ''
  let end = 0
  let last: CopiedPiece | undefined
  for (const piece of pieces) {
    const words = piece.text.trim().split(/\s+/).filter(Boolean).map(word => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    if (words.length === 0)
      continue
    // Between two texts there may be space and marks of a list, but no other text.
    const found = new RegExp(`([^\\p{L}]*?)(${words.join('\\s+')})`, 'uy')
    found.lastIndex = end
    const match = found.exec(whole)
    if (!match)
      continue
    apart += (last && match[1] === '' && last.place !== piece.place ? '\n' : match[1]!) + match[2]!
    end = found.lastIndex
    last = piece
  }
  return apart + whole.slice(end)
}
