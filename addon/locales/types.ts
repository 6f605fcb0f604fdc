import type { KeyCommand, NamedKey } from '../lib/keys'

/** Words of the addon in one language: what a talk says besides its slides. A language is a file that satisfies this type. */
export interface TalkWords {
  readonly labels: TalkLabels
  /** How the talk lies against its plan, for the speaker; `{time}` is a clock's. */
  readonly pace: Record<'ahead' | 'on-plan' | 'behind' | 'appendix', string>
  readonly stage: StageWords
  readonly speech: SpeechWords
}

/** Short labels of controls, notices and pages. */
export interface TalkLabels {
  /** Between what something is and which one. */
  readonly colon: string
  /** Between two sentences of which the first has no stop of its own. */
  readonly stop: string
  /** Accessible name of the button that gives the reader the PDF. */
  readonly downloadPdf: string
  /** Name of the way from slide to slide. */
  readonly slides: string
  readonly previousSlide: string
  readonly nextSlide: string
  /** What a phone held upright shows in the place of a slide. */
  readonly readingOffer: string
  readonly readingOfferWhy: string
  readonly readTalk: string
  readonly showSlides: string
  /** What a window says that shows an older version than the host has. */
  readonly newVersion: string
  readonly reload: string
  readonly later: string
  /** Button that has the deck kept for use without a network, where that does not happen by itself; and what is said when all of it is. */
  readonly keepCopy: string
  readonly copyKept: string
  /** Page marker of the talk's slides; `{n}` and `{total}`. */
  readonly slideOf: string
  /** The way from the appendix back into the talk; `{n}` is the slide's number. */
  readonly backTo: string
  /** Page marker of the handout; `{n}` and `{total}`. */
  readonly pageOf: string
}

/** What pages say that show no slide. They stand apart from the other words: no script carries them that a slide needs. */
export interface PageWords {
  /** Of an address that no page has. */
  readonly missing: string
  readonly missingWhy: string
  /** Of a page that is a tool. */
  readonly needsScripts: string
  readonly needsScriptsWhy: string
  readonly toFirstSlide: string
  /** The way to the slide that is nearest to a mistyped address: `{n}` is its number. */
  readonly toSlide: string
  /** Of a slide that stands there as it was prerendered, and the way to try again. */
  readonly late: string
  readonly loadAgain: string
}

/** How notes are written and said. */
export interface SpeechWords {
  /** Begins the paragraph that answers a question and is not said unasked. */
  readonly ifAsked: string
  /** What a calm speaker says in a minute, and what a reader takes in: words, or characters where `characters` count. */
  readonly perMinute: number
  readonly readPerMinute: number
  readonly count: 'words' | 'characters'
}

/** What is on or off on the stage, as the window says it that shows it; `audienceBlack` in the presenter's. */
export type StageSwitch = 'black' | 'audienceBlack' | 'dark' | 'drawing' | 'pointer' | 'fullScreen'

/** Words of what a talk needs besides its slides. */
export interface StageWords {
  readonly enlarge: string
  readonly putBack: string
  /** Sign in the presenter view; its click brings the picture back. */
  readonly audienceBlack: string
  /** What a window says for a moment that may not fill the screen. */
  readonly noFullScreen: string
  /** What it says where only a key of the browser's, `{key}`, ends full screen. */
  readonly endsFullScreen: string
  /** Title of the list of keys. */
  readonly keys: string
  readonly close: string
  /** In the place of the next step, after the last one. */
  readonly noNext: string
  /** In the place of the notes, where the deck was built without them. */
  readonly withoutNotes: string
  /** What the presenter's window says of a shorter version that is given; `{n}` is its minutes. */
  readonly version: string
  /** Name of the view in which a speaker speaks. */
  readonly presenterView: string
  /** Title of a presenter's window; `{title}` is the slide's. */
  readonly presenterTitle: string
  /** What a screen reader hears when a slide is shown: `{n}`, `{total}`, `{claim}`; in the appendix `{act}`, `{n}`, `{claim}`. */
  readonly slideShown: string
  readonly appendixShown: string
  /** What it hears when a step is taken back, `{what}`; and of a step without words, `{n}` of `{total}`. */
  readonly stepBack: string
  readonly stepShown: string
  /** An exhibit that fills the slide, by what it finds, `{what}`; and one that is put back. */
  readonly enlarged: string
  readonly shrunk: string
  /** What a key of the deck turns on and off: `{what}` as the list of keys has it. */
  readonly toggledOn: string
  readonly toggledOff: string
  /** What other keys and buttons turn on and off. */
  readonly switches: Record<StageSwitch, { readonly on: string, readonly off: string }>
  /** Name of the dialog that goes to a slide by number or title. */
  readonly goTo: string
  /** What it says where no slide has what is typed. */
  readonly noMatch: string
  /** Names of Slidev's row of buttons, and of the view of all slides. */
  readonly controls: string
  readonly overview: string
  /** Names of the other parts of Slidev's views. */
  readonly parts: Record<
    'nextStep' | 'notes' | 'clock' | 'startClock' | 'resetClock' | 'time' | 'split' | 'smallerNotes' | 'largerNotes' | 'info'
    | 'counts',
    string
  >
  /** Slidev's buttons, by the English name that Slidev gives them; null where that is the language of the edition. */
  readonly buttons: Record<SlidevButton, string> | null
  /** What stands in Slidev's menus, likewise. */
  readonly menus: Record<SlidevMenuWord, string> | null
  /** What stands in its other views, likewise; `{n}` is a number. */
  readonly views: Record<SlidevViewWord, string> | null
  /** Titles of views that show no one slide; `{title}` is the deck's. */
  readonly viewTitles: Record<'overview' | 'notes' | 'entry', string>
  /** The colours of the pen, in the order of Slidev's toolbar. */
  readonly penColours: readonly string[]
  /** What stands on the caps of keys. */
  readonly caps: Record<NamedKey, string>
  readonly commands: Record<KeyCommand, string>
}

/** A button of Slidev 52.20 in the views that a speaker or a visitor meets, as Slidev names it. */
export type SlidevButton
  = | 'Enter fullscreen'
    | 'Close fullscreen'
    | 'Go to previous slide'
    | 'Go to next slide'
    | 'Show slide overview'
    | 'Switch to light mode theme'
    | 'Switch to dark mode theme'
    | 'Show drawing toolbar'
    | 'Hide drawing toolbar'
    | 'Show presenter cursor'
    | 'Hide presenter cursor'
    | 'Enable laser pointer'
    | 'Disable laser pointer'
    | 'Play Mode'
    | 'Presenter Mode'
    | 'Show info'
    | 'Toggle Presenter Layout'
    | 'Change sync settings'
    | 'More Options'
    | 'Close'
    | 'Slides Overview'
    | 'Increase font size'
    | 'Decrease font size'
    | 'Draw with stylus'
    | 'Draw a line'
    | 'Draw an arrow'
    | 'Draw an ellipse'
    | 'Draw a rectangle'
    | 'Erase'
    | 'Adjust stroke width'
    | 'Set brush color'
    | 'Undo'
    | 'Redo'
    | 'Delete'
    | 'Pin drawing'
    | 'Unpin drawing'
    | 'Drawing pinned'
    | 'Drawing unpinned'
    | 'Play in new tab'
    | 'Edit notes'
    | 'Help'
    | 'Light mode'
    | 'Dark mode'

/** A text of Slidev 52.20 in the two menus of its row of buttons: which windows go along, and how they show the slides. */
export type SlidevMenuWord
  = | 'Slides navigation syncing for'
    | 'presenter'
    | 'viewer'
    | 'Sync Mode'
    | 'Bidirectional Sync'
    | 'Receive Only'
    | 'Send Only'
    | 'Disable'
    | 'Invert'
    | 'Brightness'
    | 'Contrast'
    | 'Saturation'
    | 'Sepia'
    | 'Hue Rotate'
    | 'Cursor Style'
    | 'Cursor'
    | 'Laser'
    | 'Slide Scale'
    | 'Fit'
    | 'Wake Lock'
    | 'Hide Idle Cursor'

/**
 * A text of Slidev 52.20 in its presenter's layouts 2 and 3, its menu of the right mouse button, and the pages `/overview`, `/notes` and
 * `/entry`; `{n}` is a number.
 */
export type SlidevViewWord
  = | 'Current'
    | 'Next'
    | 'Slides'
    | 'Screen Mirror'
    | 'Use screen capturing to mirror your main screen back to presenter view.'
    | 'Click the button below and'
    | 'select your other monitor or window'
    | 'Start Screen Mirroring'
    | 'End of the presentation'
    | 'Resize notes panel'
    | 'Resize notes panel height'
    | 'Clicks in this slide: {n}'
    | '{n} words'
    | '{n} slides · {n} clicks · {n} words'
    | 'No notes.'
    | 'No notes for Slide {n}.'
    | 'This is the hands-free live notes viewer.'
    | 'It\'s designed to be used in a separate view or device. The progress is controlled by and auto synced with the main presenter or slide.'
    | 'Powered by'
    | 'Slidev logo'
    | 'Previous Click'
    | 'Next Click'
    | 'Previous Slide'
    | 'Next Slide'
    | 'Enter Presenter Mode'
    | 'Exit Presenter Mode'
    | 'Hold'
    | 'and right click to open the native context menu'
