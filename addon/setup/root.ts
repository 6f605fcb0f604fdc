import { defineRootSetup } from '@slidev/types'
import { watchEffect } from 'vue'
import { isSettled } from '../client/replace-prerendered'

/** Runs once in each window, whichever of Slidev's views it shows. */
export default defineRootSetup(() => {
  // What has to be named comes with the row of buttons, or is another view's.
  watchEffect(() => isSettled.value && void import('../composables/useNamedParts').then(({ nameParts }) => nameParts()))
})
