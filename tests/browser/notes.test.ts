import { expect, it } from 'vitest'
import { clickMarkers } from '../../lib/notes'
import { goTo, position } from '../../scripts/deck-page'
import { slides } from './deck'
import { useBrowser, useDeck } from './visits'

const deck = useDeck(useBrowser())

it.each(slides)('$no $id has as many clicks as its notes have markers', async ({ no, note }) => {
  await goTo(deck(), no)
  expect(await position(deck())).toEqual({ no, clicks: clickMarkers(note), clicksTotal: clickMarkers(note) })
})
