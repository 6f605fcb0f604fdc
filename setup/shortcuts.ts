import { defineShortcutsSetup } from '@slidev/types'
import { useStage } from '../composables/useStage'

/** Slidev's own keys, and L for the logarithmic axis of the headcount. */
export default defineShortcutsSetup((_, shortcuts) => [
  ...shortcuts,
  {
    name: 'toggle_logarithmic',
    key: 'l',
    fn: () => {
      const stage = useStage()
      stage.logarithmic = !stage.logarithmic
    },
  },
])
