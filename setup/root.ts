import { defineRootSetup } from '@slidev/types'
import { nameParts } from '../composables/namedParts'
import { startWithKeptTimer } from '../composables/useTimerMemory'

/** Runs once in each window, whichever of Slidev's views it shows, before Slidev shares its state with the others. */
export default defineRootSetup(() => {
  nameParts()
  startWithKeptTimer()
})
