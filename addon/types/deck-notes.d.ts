/** From `addon/vite/notes.ts`. */
declare module 'virtual:deck-notes' {
  /** Notes as HTML, by the number of their slide. */
  const notes: Record<number, string>
  export default notes
}
