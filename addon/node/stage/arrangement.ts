/** A screen as a page may learn of it (Window Management API): the part that windows may cover, in CSS pixels of the whole desktop. */
export interface Screen {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** Whether it is built into the computer, as far as the system tells. */
  readonly isInternal: boolean
  readonly isPrimary: boolean
}

/** Where a window stands, in CSS pixels of the whole desktop. */
export type Bounds = Pick<Screen, 'left' | 'top' | 'width' | 'height'>

/** How the two windows of a talk stand. */
export interface Arrangement {
  readonly presenter: Bounds
  readonly audience: Bounds
  /** Whether the audience has a screen of its own, which its window fills. */
  readonly isOnOwnScreen: boolean
}

/** The audience's share of a single screen. The presenter's window has more in it. */
const AUDIENCE_SHARE = 0.45
/** What a browser has above its page, in CSS pixels. */
const BROWSER_BARS = 120

const areaOf = ({ width, height }: Screen) => width * height
const boundsOf = ({ left, top, width, height }: Screen): Bounds => ({ left, top, width, height })

/**
 * Stands the windows: the speaker's on the computer's own screen, the audience's on the largest of the others; side by side where there is
 * only one.
 * @param screens at least one
 */
export function arrange(screens: readonly Screen[]): Arrangement {
  const own = screens.find(({ isInternal }) => isInternal) ?? screens.find(({ isPrimary }) => isPrimary) ?? screens[0]!
  const [projector] = screens.filter(screen => screen !== own).sort((one, other) => areaOf(other) - areaOf(one))
  if (projector)
    return { presenter: boundsOf(own), audience: boundsOf(projector), isOnOwnScreen: true }
  const { left, top, width, height } = own
  const share = Math.round(width * AUDIENCE_SHARE)
  return {
    // As a slide is: to a window that is higher than wide the deck offers to be read instead.
    audience: { left, top, width: share, height: Math.min(height, Math.round(share * 9 / 16) + BROWSER_BARS) },
    presenter: { left: left + share, top, width: width - share, height },
    isOnOwnScreen: false,
  }
}
