import type { KeyCommand, OwnCommand } from '../lib/keys'
import deck from '#deck'
import { useDrawings, useNav } from '@slidev/client'
import { defineShortcutsSetup } from '@slidev/types'
import { useMagicKeys } from '@vueuse/core'
import { computed } from 'vue'
import { switchEdition } from '../composables/useEditionSwitch'
import { enterFullScreen, undoWithEscape } from '../composables/useFullScreen'
import { isKeyListShown } from '../composables/useKeyList'
import { changeStage, endBlackScreen, enlargeNext, toggle, useStage } from '../composables/useStage'
import { commandOf, ownKeys } from '../lib/keys'

/** On a black screen these bring the picture back. */
const STEPS: readonly (KeyCommand | undefined)[] = ['next', 'previous', 'nextSlide', 'previousSlide']
/** Letters that mean a tool while one draws. */
const DRAWING_KEYS = ['e', 'l', 't']

/**
 * Slidev's own keys and the deck's, as `addon/lib/keys.ts` lists them. On a black screen the first step brings the picture back and goes no
 * further, as clickers are used to from other programs; Escape undoes one thing at a time.
 */
export default defineShortcutsSetup(({ goFirst, goLast, escapeOverview }, shortcuts) => {
  const { currentPage } = useNav()
  const { drawingEnabled } = useDrawings()
  const pressed = useMagicKeys()
  const stage = useStage()
  const commands: Record<OwnCommand, () => void> = {
    first: goFirst,
    last: goLast,
    black: () => changeStage({ black: !stage.black }),
    enlarge: () => enlargeNext(currentPage.value),
    fullScreen: () => void enterFullScreen(),
    edition: () => switchEdition(),
    keys: () => isKeyListShown.value = true,
  }
  /** Alone or with Shift: with Ctrl or Cmd a key is the browser's. */
  const alone = (key: string) => computed(() => pressed[key]!.value && !pressed.control!.value && !pressed.meta!.value
    && !(drawingEnabled.value && DRAWING_KEYS.includes(key)))

  return [
    ...shortcuts.map((shortcut) => {
      const command = commandOf(shortcut.name)
      if (command === 'back')
        return { ...shortcut, fn: () => undoWithEscape(escapeOverview) }
      return STEPS.includes(command) ? { ...shortcut, fn: () => void (endBlackScreen() || shortcut.fn?.()) } : shortcut
    }),
    ...Object.entries(deck.toggles ?? {}).map(([name, { key }]) => ({ name: `toggle_${name}`, key: alone(key), fn: () => toggle(name) })),
    ...(Object.keys(commands) as OwnCommand[]).flatMap(name =>
      ownKeys(name).map(key => ({ name: `${name}_${key}`, key: alone(key), fn: commands[name] }))),
  ]
})
