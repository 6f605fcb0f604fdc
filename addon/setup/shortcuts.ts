import type { KeyCommand, OwnCommand } from '../lib/keys'
import deck from '#deck'
import { useDrawings, useNav } from '@slidev/client'
import { defineShortcutsSetup } from '@slidev/types'
import { switchEdition } from '../composables/useEditionSwitch'
import { enterFullScreen, toggleFullScreen, undoWithEscape } from '../composables/useFullScreen'
import { isKeyListShown } from '../composables/useKeyList'
import { keyPulse, useKeyCalls } from '../composables/useKeys'
import { toggleLaser } from '../composables/useLaser'
import { changeStage, endBlackScreen, enlargeNext, toggle, useStage } from '../composables/useStage'
import { commandOf, toggleId } from '../lib/keys'

/** On a black screen these bring the picture back. */
const STEPS: readonly (KeyCommand | undefined)[] = ['next', 'previous', 'nextSlide', 'previousSlide']

/**
 * Slidev's own keys and the deck's, as `addon/lib/keys.ts` lists them, all through its one gate: what Slidev asks of its own keys, which
 * pass with Ctrl and go by letters only, is replaced. On a black screen the first step brings the picture back and goes no further, as
 * clickers are used to from other programs; Escape undoes one thing at a time.
 */
export default defineShortcutsSetup(({ goFirst, goLast, escapeOverview }, shortcuts) => {
  const { currentPage } = useNav()
  const { canClear, clear } = useDrawings()
  const stage = useStage()
  const commands: Record<OwnCommand, () => void> = {
    first: goFirst,
    last: goLast,
    black: () => changeStage({ black: !stage.black }),
    enlarge: () => enlargeNext(currentPage.value),
    fullScreen: () => void enterFullScreen(),
    fullScreenToggle: () => void toggleFullScreen(),
    pointer: toggleLaser,
    // Whoever has put the pen away wants to be rid of the strokes, too.
    wipe: () => canClear.value && clear(),
    edition: () => void switchEdition(),
    keys: () => isKeyListShown.value = true,
  }
  let isDone = false
  const pulses = new Map<string, () => void>()
  useKeyCalls((id) => {
    isDone = false
    pulses.get(id)?.()
    return isDone
  })

  /** A shortcut that only the gate can call; Slidev decides whether it listens now. */
  function gated(name: string, fn: () => void) {
    const { pressed, pulse } = keyPulse()
    pulses.set(name, pulse)
    return {
      name,
      key: pressed,
      fn: () => {
        isDone = true
        fn()
      },
    }
  }

  return [
    ...shortcuts.map((shortcut) => {
      const { name, fn } = shortcut
      const command = commandOf(name)
      // Another add-on's.
      if (!command || !name || !fn)
        return shortcut
      if (command === 'back')
        return gated(name, () => undoWithEscape(escapeOverview))
      return gated(name, STEPS.includes(command) ? () => void (endBlackScreen() || fn()) : fn)
    }),
    ...Object.keys(deck.toggles ?? {}).map(name => gated(toggleId(name), () => toggle(name))),
    ...Object.entries(commands).map(([name, fn]) => gated(name, fn)),
  ]
})
