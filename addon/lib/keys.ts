import type { KeyStroke } from './key-strokes'
import { capOf, isForeign } from './key-strokes'

/** Keys whose caps carry a word, which differs between languages. */
export type NamedKey = 'space' | 'shift' | 'pageDown' | 'pageUp' | 'home' | 'end' | 'escape' | 'enter'

/** Keys pressed together, the modifier first; letters as on the cap. */
export type KeyPress = readonly string[]

interface KeyLine {
  readonly keys: readonly KeyPress[]
  /**
   * Slidev's names for what it registers itself, in the order of the keys, or one for all of them; without them the deck registers the keys
   * (`addon/setup/shortcuts.ts`).
   */
  readonly slidev?: readonly string[]
}

const ARROWS: readonly KeyPress[] = [['←'], ['→'], ['↑'], ['↓']]

/**
 * Every key of the deck, in the order in which `?` lists them. `addon/setup/shortcuts.ts` registers what Slidev does not.
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
    slidev: ['prev_overview', 'next_overview', 'up_overview', 'down_overview', 'goto_from_overview'],
  },
  black: { keys: [['b'], ['.']] },
  enlarge: { keys: [['e']] },
  pointer: { keys: [['p']] },
  wipe: { keys: [['c']] },
  dark: { keys: [['d']], slidev: ['toggle_dark'] },
  edition: { keys: [['t']] },
  fullScreen: { keys: [['f5'], ['shift', 'f5']] },
  fullScreenToggle: { keys: [['f']] },
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

/** Where a key is pressed. */
export interface KeyPlace {
  /** Over the slides lies the overview of all, in which arrows and Enter choose. */
  readonly overview: boolean
  /** A pen is out, to which most letters belong. */
  readonly drawing: boolean
  /** Text is selected, and Shift with an arrow selects more or less of it. */
  readonly selecting?: boolean
}

/** What is to be called: a shortcut of Slidev's by its name there, an own command by ours, a toggle of the deck by `toggleId`. */
interface KeyBinding {
  readonly id: string
  readonly press: KeyPress
  readonly inOverview: boolean
}

export const toggleId = (name: string) => `toggle_${name}`

const bindings: readonly KeyBinding[] = Object.entries(keyLines).flatMap(([command, { keys, slidev }]: [string, KeyLine]) =>
  keys.map((press, index) => ({
    id: slidev ? slidev[Math.min(index, slidev.length - 1)]! : command,
    press,
    inOverview: command === 'inOverview',
  })))
const chosenInOverview = new Set(keyLines.inOverview.keys.map(([key]) => key as string))
/** What moves the deck, and moves nothing while the overview lies over it. */
const MOVING: readonly string[] = ['next', 'previous', 'nextSlide', 'previousSlide', 'first', 'last'] satisfies KeyCommand[]
/** What Shift moves the end of a selection with. */
const MOVES = ['←', '→', '↑', '↓', 'pageUp', 'pageDown', 'home', 'end']
/** The letters that stay the stage's while a pen is out. */
const BESIDE_A_PEN = ['b', 'f']

/**
 * The one gate for keys: what a key calls, or nothing where it is none of the deck's. With Shift a key does what it does alone, unless
 * there is a press of both.
 * @param stroke the event
 * @param place where it was pressed
 * @param toggles what letters of the deck turn on and off, by name
 */
export function callOf(
  stroke: KeyStroke,
  place: KeyPlace,
  toggles: Readonly<Record<string, { readonly key: string }>> = {},
): string | undefined {
  if (isForeign(stroke))
    return undefined
  const { overview, drawing, selecting } = place
  const all = [...bindings, ...Object.entries(toggles).map(([name, { key }]) => ({ id: toggleId(name), press: [key], inOverview: false }))]
  const cap = capOf(stroke, new Set(all.flatMap(({ press }) => press)))
  if (cap === undefined || (drawing && /^[a-z`]$/.test(cap) && !BESIDE_A_PEN.includes(cap)))
    return undefined
  if (selecting && stroke.shiftKey && MOVES.includes(cap))
    return undefined
  const choosing = overview && chosenInOverview.has(cap)
  const isCalled = ({ id, press, inOverview }: KeyBinding) =>
    press.at(-1) === cap && inOverview === choosing && !(overview && MOVING.includes(commandOf(id) ?? id))
  const found = all.filter(isCalled)
  return (found.find(({ press }) => press.length > 1 && stroke.shiftKey) ?? found.find(({ press }) => press.length === 1))?.id
}

const PEN_LETTERS = { a: 'arrow', c: 'clear', e: 'ellipse', l: 'line', r: 'rectangle', s: 'stylus' } as const
/** What a key does while a pen is out; a number is that of a colour, from 1. */
export type PenCall = (typeof PEN_LETTERS)[keyof typeof PEN_LETTERS] | 'undo' | 'redo' | 'end' | number

/**
 * What a key does with Slidev's pen, by letter as everywhere. Ctrl or Cmd with Z, which no browser has a use for on a page without text
 * fields, takes the last stroke back: the one key with a modifier that is the deck's, and only while one draws.
 */
export function penCallOf(stroke: KeyStroke): PenCall | undefined {
  const { ctrlKey, metaKey, shiftKey } = stroke
  const plain = { ...plainStroke(stroke), ctrlKey: false, metaKey: false }
  if ((ctrlKey || metaKey) && !stroke.getModifierState?.('AltGraph') && !isForeign(plain))
    return capOf(plain) === 'z' ? (shiftKey ? 'redo' : 'undo') : undefined
  if (isForeign(stroke))
    return undefined
  const cap = capOf(stroke)
  if (cap === 'escape')
    return 'end'
  if (shiftKey)
    return undefined
  // Colours lie in a row: by place, as some layouts have digits only with Shift.
  const digit = /^Digit([1-9])$/.exec(stroke.code)?.[1]
  return digit ? Number(digit) : PEN_LETTERS[cap as keyof typeof PEN_LETTERS]
}

/** A copy without the state of modifiers that the event itself knows. */
function plainStroke({ key, code, keyCode, shiftKey, ctrlKey, altKey, metaKey, repeat, isComposing }: KeyStroke): KeyStroke {
  return { key, code, keyCode, shiftKey, ctrlKey, altKey, metaKey, repeat, isComposing }
}
