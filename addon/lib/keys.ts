/** Keys whose caps carry a word, which differs between languages. */
export type NamedKey = 'space' | 'shift' | 'pageDown' | 'pageUp' | 'home' | 'end' | 'escape' | 'enter'

/** Keys pressed together, the modifier first; letters as on the cap. */
export type KeyPress = readonly string[]

interface KeyLine {
  readonly keys: readonly KeyPress[]
  /** Slidev's names for what it registers itself; without them the deck registers the keys (`addon/setup/shortcuts.ts`). */
  readonly slidev?: readonly string[]
}

const ARROWS: readonly KeyPress[] = [['←'], ['→'], ['↑'], ['↓']]

/**
 * Every key of the deck, in the order in which `?` lists them. `addon/setup/shortcuts.ts` registers what Slidev does not.
 * F, in `fullScreen`, is Slidev's too, though without a name.
 */
export const keyLines = {
  next: { keys: [['space'], ['→'], ['pageDown']], slidev: ['next_space', 'next_right', 'next_page_key'] },
  previous: { keys: [['shift', 'space'], ['←'], ['pageUp']], slidev: ['prev_space', 'prev_left', 'prev_page_key'] },
  nextSlide: { keys: [['↓'], ['shift', '→']], slidev: ['next_down', 'next_shift'] },
  previousSlide: { keys: [['↑'], ['shift', '←']], slidev: ['prev_up', 'prev_shift'] },
  first: { keys: [['home']] },
  last: { keys: [['end']] },
  goTo: { keys: [['g']], slidev: ['goto'] },
  overview: { keys: [['o'], ['`']], slidev: ['toggle_overview'] },
  inOverview: {
    keys: [...ARROWS, ['enter']],
    slidev: ['next_overview', 'prev_overview', 'up_overview', 'down_overview', 'goto_from_overview'],
  },
  black: { keys: [['b'], ['.']] },
  enlarge: { keys: [['e']] },
  dark: { keys: [['d']], slidev: ['toggle_dark'] },
  edition: { keys: [['t']] },
  fullScreen: { keys: [['f5'], ['shift', 'f5']] },
  fullScreenToggle: { keys: [['f']], slidev: [] },
  back: { keys: [['escape']], slidev: ['hide_overview'] },
  keys: { keys: [['?']] },
} as const satisfies Record<string, KeyLine>

/** What a key does. */
export type KeyCommand = keyof typeof keyLines

/** What the deck's own keys do. */
export type OwnCommand = { [Name in KeyCommand]: (typeof keyLines)[Name] extends { slidev: unknown } ? never : Name }[KeyCommand]

/** What a shortcut of Slidev's does, by its name. */
export function commandOf(name: string | undefined): KeyCommand | undefined {
  return (Object.keys(keyLines) as KeyCommand[]).find(command => (keyLines[command] as KeyLine).slidev?.includes(name ?? ''))
}

/** The keys without a modifier that call an own command, as `useMagicKeys` of VueUse names them: with Shift they do the same. */
export function ownKeys(command: OwnCommand): string[] {
  return keyLines[command].keys.flatMap(press => press.length === 1 ? [press[0]] : [])
}
