import { defineRootSetup } from '@slidev/types'
import { nameParts } from '../composables/useNamedParts'

/** Runs once in each window, whichever of Slidev's views it shows. */
export default defineRootSetup(() => {
  nameParts()
})
