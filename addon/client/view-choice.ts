import deck from '#deck'

/** How a visitor with a phone chose to see the talk; the reading page writes `slides` when one of its links is followed. */
export type View = 'read' | 'slides'

const KEY = 'deck-view'
/** A phone held upright, as addon/styles/phone.css has it. */
export const UPRIGHT_PHONE = '(orientation: portrait) and (max-width: 600px)'

/** Whether this build is a hosted site, with a PDF beside the deck. */
export const isSite = Boolean(import.meta.env.VITE_DECK_PDF)

/** Whether this build was told to leave the notes out. */
export const isWithoutNotes = Boolean(import.meta.env.VITE_DECK_WITHOUT_NOTES)

/** Whether a reading page lies beside the deck: it is made of the notes. */
export const hasReadingPage = isSite && deck.hasReadingPage === true && !isWithoutNotes

/** The choice made earlier, if any; none where storage is denied. */
export function storedView(): View | undefined {
  try {
    const view = localStorage.getItem(KEY)
    return view === 'read' || view === 'slides' ? view : undefined
  }
  catch {
    return undefined
  }
}

/** Remembers the choice; where storage is denied it holds for this page only. */
export function storeView(view: View): void {
  try {
    localStorage.setItem(KEY, view)
  }
  catch {}
}

/** Place of a slide on the reading page. */
export function readingAddress(slideId: string): string {
  return `${import.meta.env.BASE_URL}read/#${slideId}`
}
