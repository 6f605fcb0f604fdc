import type { KeyStroke } from '../../addon/lib/key-strokes'
import type { KeyCommand, KeyPlace } from '../../addon/lib/keys'
import { describe, expect, it } from 'vitest'
import { firstCallOf } from '../../addon/lib/first-keys'
import { capOf, isForeign } from '../../addon/lib/key-strokes'
import { callOf, commandOf, keyLines, penCallOf } from '../../addon/lib/keys'
import { searchSlides } from '../../addon/lib/slide-search'
import { ANSWERED, firstKeys } from '../../addon/node/site/first-answers'

const STAGE: KeyPlace = { overview: false, drawing: false }
/** Letters that decks may have for their own, beside the stage's. */
const TOGGLES = { axis: { key: 'l' }, sorted: { key: 's' } }

function stroke(key: string, code = '', held: Partial<KeyStroke> & { state?: readonly string[] } = {}): KeyStroke {
  const { state = [], ...others } = held
  return {
    key,
    code,
    keyCode: 0,
    shiftKey: false,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    repeat: false,
    isComposing: false,
    getModifierState: modifier => state.includes(modifier),
    ...others,
  }
}
const FIRST_KEYS = { ...firstKeys(), l: 0, s: 0 } as const

/** What a key calls; before the deck stands it calls the same, as far as a picture of a slide can tell. */
function call(key: string, code = '', held = {}, place = STAGE): string | undefined {
  const pressed = stroke(key, code, held)
  const id = callOf(pressed, place, TOGGLES)
  if (place === STAGE) {
    const command = commandOf(id) ?? id as KeyCommand | undefined
    const first = command === 'back' || command === undefined ? undefined : ANSWERED[command] ?? 0
    expect(firstCallOf(pressed, FIRST_KEYS) ?? undefined, `first, ${key} at ${code}`).toBe(first)
  }
  return id
}

/** Places of letters, as a US keyboard calls them. */
const ROWS = ['QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM'] as const
/** What each place types: the letters in rows, then the full stop's place. */
interface Layout { rows: readonly [string, string, string], period: string }
const LATIN: Record<string, Layout> = {
  'US': { rows: ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'], period: '.' },
  'AZERTY': { rows: ['azertyuiop', 'qsdfghjkl', 'wxcvbn,'], period: ':' },
  'QWERTZ': { rows: ['qwertzuiop', 'asdfghjkl', 'yxcvbnm'], period: '.' },
  'Dvorak': { rows: ['\',.pyfgcrl', 'aoeuidhtn', ';qjkxbm'], period: 'v' },
  'BÉPO': { rows: ['bépoè^vdlj', 'auie,ctsr', 'àyx.k\'q'], period: 'h' },
  'Turkish F': { rows: ['fgğıodrnhp', 'uieaütkml', 'jövcçzs'], period: '.' },
}
const OTHER_SCRIPTS: Record<string, Layout> = {
  'Russian ЙЦУКЕН': { rows: ['йцукенгшщз', 'фывапролд', 'ячсмить'], period: 'ю' },
  'Greek': { rows: [';ςερτυθιοπ', 'ασδφγηξκλ', 'ζχψωβνμ'], period: '.' },
  'Hebrew': { rows: ['/\'קראטוןםפ', 'שדגכעיחלך', 'זסבהנמצ'], period: 'ץ' },
  'Arabic': { rows: ['ضصثقفغعهخح', 'شسيبلاتنم', 'ئءؤرﻻىة'], period: 'ز' },
  'Georgian': { rows: ['ქწერტყუიოპ', 'ასდფგჰჯკლ', 'ზხცვბნმ'], period: '.' },
  'Hindi': { rows: ['ौैाीूबहगदज', 'ो्ि\u0941परकतच', 'ॆंमनवलस'], period: '.' },
}

/** Each letter's place with what it types there. */
const keysOf = ({ rows }: Layout) => ROWS.flatMap((row, index) => [...row].map((letter, at) => ({ code: `Key${letter}`, key: [...rows[index]!][at]! })))
const BY_LETTER: Record<string, string> = {
  b: 'black',
  c: 'wipe',
  d: 'toggle_dark',
  e: 'enlarge',
  f: 'fullScreenToggle',
  g: 'goto',
  l: 'toggle_axis',
  o: 'toggle_overview',
  p: 'pointer',
  s: 'toggle_sorted',
  t: 'edition',
}

describe.each(Object.entries(LATIN))('on a layout of Latin letters, %s', (_, layout) => {
  it('the letter alone decides, wherever it lies, also with Shift and Caps Lock', () => {
    for (const { code, key } of keysOf(layout)) {
      const wanted = key === '.' ? 'black' : BY_LETTER[key]
      expect(call(key, code), `${key} at ${code}`).toBe(wanted)
      if (/[a-z]/.test(key)) {
        expect(call(key.toUpperCase(), code, { shiftKey: true })).toBe(wanted)
        expect(call(key.toUpperCase(), code, { state: ['CapsLock'] })).toBe(wanted)
      }
    }
  })

  it('has the black key of a clicker, which sends the full stop\'s place', () => {
    expect(call(layout.period, 'Period')).toBe('black')
  })
})

describe.each(Object.entries(OTHER_SCRIPTS))('on a layout of other letters, %s', (_, layout) => {
  it('the place decides, as on a US keyboard', () => {
    const letters = keysOf(layout).filter(({ key }) => !/^[\0-\x7F]$/.test(key))
    expect(letters.length).toBeGreaterThan(23)
    for (const { code, key } of letters) {
      expect(call(key, code), `${key} at ${code}`).toBe(BY_LETTER[code.at(-1)!.toLowerCase()])
      expect(call(key.toUpperCase(), code, { shiftKey: true })).toBe(BY_LETTER[code.at(-1)!.toLowerCase()])
    }
  })

  it('has the black key of a clicker', () => {
    expect(call(layout.period, 'Period')).toBe('black')
  })
})

describe('a key', () => {
  const EVERY = [
    ...[...'bcdefglopst.?`'].map(key => ({ key, code: '' })),
    ...['Enter', 'Escape', 'Home', 'End', 'PageUp', 'PageDown', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'F5', ' ']
      .map(key => ({ key, code: key === ' ' ? 'Space' : key })),
    ...[...'бюшщ'].map((key, index) => ({ key, code: ['Comma', 'Period', 'KeyI', 'KeyO'][index]! })),
  ]
  const PLACES: KeyPlace[] = [STAGE, { overview: true, drawing: false }, { overview: false, drawing: true }]

  it.each([
    { ctrlKey: true },
    { metaKey: true },
    { altKey: true },
    { ctrlKey: true, shiftKey: true },
    { altKey: true, shiftKey: true },
    { ctrlKey: true, altKey: true, state: ['AltGraph'] },
    { state: ['AltGraph'] },
    { state: ['OS'] },
  ])('with $ctrlKey $metaKey $altKey $shiftKey $state is never the deck\'s', (held) => {
    for (const { key, code } of EVERY) {
      expect(isForeign(stroke(key, code, held))).toBe(true)
      for (const place of PLACES)
        expect(call(key, code, held, place), key).toBeUndefined()
    }
  })

  it.each([
    ['that an input method takes', { isComposing: true }],
    ['that an input method took, as Safari tells it', { keyCode: 229 }],
  ])('%s is not the deck\'s', (_, held) => {
    for (const { key, code } of EVERY)
      expect(call(key, code, held), key).toBeUndefined()
  })

  it.each(['Process', 'Dead', 'Compose', 'Shift', 'Control', 'Unidentified', 'Backspace', 'F6'])('%s does nothing', (key) => {
    expect(call(key)).toBeUndefined()
    expect(call(key, 'KeyB')).toBe(key === 'Unidentified' ? 'black' : undefined)
  })

  it('does nothing that a browser fills in, without a key', () => {
    expect(callOf({ ...stroke(''), key: undefined } as unknown as KeyStroke, STAGE)).toBeUndefined()
  })

  it('in the list of keys has a call, alone or with Shift, on the stage or in the overview', () => {
    const typed = new Map([...new Set(EVERY.map(({ key }) => key)).values()].map(key => [capOf(stroke(key)), key]))
    for (const [command, { keys, ...line }] of Object.entries(keyLines)) {
      for (const press of keys as readonly (readonly string[])[]) {
        const place = { overview: command === 'inOverview', drawing: false }
        const id = call(typed.get(press.at(-1))!, '', { shiftKey: press.length > 1 }, place)
        expect('slidev' in line ? line.slidev : [command], press.join()).toContain(id)
      }
    }
  })

  it('with Shift does what its line says, or the same as alone', () => {
    const shiftKey = true
    expect([call(' ', 'Space'), call(' ', 'Space', { shiftKey })]).toEqual(['next_space', 'prev_space'])
    expect(call('\u00A0', 'Space', { shiftKey })).toBe('prev_space')
    expect([call('F5'), call('F5', 'F5', { shiftKey })]).toEqual(['fullScreen', 'fullScreen'])
    expect([call('ArrowRight'), call('ArrowRight', '', { shiftKey })]).toEqual(['next_right', 'next_shift'])
    expect([call('ArrowLeft'), call('ArrowLeft', '', { shiftKey })]).toEqual(['prev_left', 'prev_shift'])
    expect(call('PageDown', '', { shiftKey })).toBe('next_page_key')
  })

  it('of marks goes by what it types: a full stop with Shift on AZERTY, and question marks of any script', () => {
    expect(call('.', 'Comma', { shiftKey: true })).toBe('black')
    expect(call('>', 'Period', { shiftKey: true })).toBeUndefined()
    expect(call('?', 'KeyM', { shiftKey: true })).toBe('keys')
    expect(call('？', '', { shiftKey: true })).toBe('keys')
    expect(call('؟', 'Slash', { shiftKey: true })).toBe('keys')
    expect(call('ё', 'Backquote')).toBe('toggle_overview')
  })

  it('of a mark that is typed with AltGr is none, in a browser that does not tell of AltGr', () => {
    for (const [key, code] of [['€', 'KeyE'], ['µ', 'KeyM'], ['@', 'KeyL'], ['ð', 'KeyD'], ['”', 'KeyB'], ['ŧ', 'KeyT']] as const)
      expect(call(key, code), key).toBeUndefined()
  })

  it('chooses in the overview, and steps nowhere then', () => {
    const overview = { overview: true, drawing: false }
    expect(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Enter'].map(key => call(key, '', {}, overview)))
      .toEqual(['prev_overview', 'next_overview', 'up_overview', 'down_overview', 'goto_from_overview'])
    expect(call('ArrowRight', '', { shiftKey: true }, overview)).toBe('next_overview')
    for (const key of [' ', 'PageDown', 'PageUp', 'Home', 'End']) {
      expect(call(key, '', {}, overview), key).toBeUndefined()
      expect(call(key, '', { shiftKey: true }, overview), key).toBeUndefined()
    }
    expect(call('b', 'KeyB', {}, overview)).toBe('black')
    expect(call('Enter')).toBeUndefined()
  })
})

describe('while a pen is out', () => {
  const drawing = { overview: false, drawing: true }
  it('most letters are its own, and steps, black and full screen are still the stage\'s', () => {
    expect([...'adegloscrt`'].map(key => call(key, '', {}, drawing)).filter(Boolean)).toEqual([])
    expect(['b', '.', 'f', 'PageDown', 'ArrowLeft', '?'].map(key => call(key, '', {}, drawing)))
      .toEqual(['black', 'black', 'fullScreenToggle', 'next_page_key', 'prev_left', 'keys'])
  })

  it('goes by letter, and by place where letters are of another script', () => {
    expect(penCallOf(stroke('a', 'KeyQ'))).toBe('arrow')
    expect(penCallOf(stroke('q', 'KeyA'))).toBeUndefined()
    expect(penCallOf(stroke('д', 'KeyL'))).toBe('line')
    expect(penCallOf(stroke('&', 'Digit1'))).toBe(1)
    expect(penCallOf(stroke('Escape'))).toBe('end')
    expect(penCallOf(stroke('Escape', '', { altKey: true }))).toBeUndefined()
  })

  it('takes a stroke back with Ctrl or Cmd and Z, wherever Z lies, and nothing else with them', () => {
    expect(penCallOf(stroke('z', 'KeyY', { ctrlKey: true }))).toBe('undo')
    expect(penCallOf(stroke('Z', 'KeyZ', { metaKey: true, shiftKey: true }))).toBe('redo')
    expect(penCallOf(stroke('y', 'KeyZ', { ctrlKey: true }))).toBeUndefined()
    expect(penCallOf(stroke('c', 'KeyC', { ctrlKey: true }))).toBeUndefined()
    expect(penCallOf(stroke('z', 'KeyZ', { ctrlKey: true, altKey: true, state: ['AltGraph'] }))).toBeUndefined()
  })
})

describe('while text is selected', () => {
  const selecting = { ...STAGE, selecting: true }

  it('keys that move its end with Shift are the browser\'s, and no other', () => {
    const moves = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown']
    expect(moves.filter(key => call(key, '', { shiftKey: true }, selecting))).toEqual([])
    expect(moves.filter(key => !call(key, '', {}, selecting))).toEqual([])
    expect(moves.filter(key => !call(key, '', { shiftKey: true }))).toEqual([])
    expect([call(' ', 'Space', { shiftKey: true }, selecting), call('?', 'Slash', { shiftKey: true }, selecting)])
      .toEqual(['prev_space', 'keys'])
  })
})

describe('a number in the list of slides', () => {
  it.each(['3', '３', '٣', '३'])('%s is that of slide 3', (typed) => {
    const slides = [1, 2, 3].map(no => ({ no, title: `Title ${no}` }))
    expect(searchSlides(slides, typed)[0]?.no).toBe(3)
  })
})
