import { readFileSync } from 'node:fs'

/** The only place where a size of type is chosen. */
const TOKENS = 'theme/styles/tokens.css'

/** The names of its steps: on slides and around them (`type`), on the reading page (`read`), on paper (`sheet`). */
const names = readFileSync(new URL(TOKENS, import.meta.url), 'utf8').match(/--(?:type|read|sheet)-[a-z]+(?=:)/g)
const step = `var\\((?:${names.join('|')})\\)`
/** A step, alone or with what stands around it in the shorthand. */
const STEP = new RegExp(`^${step}$`)
const SHORTHAND = new RegExp(`^(?:(?:italic|\\d00) )*${step}(?: ?/ ?[\\d.]+)? \\S`)

const LACKING = 'Not in every engine (docs/platforms.md): what is shown would differ'

/**
 * Nothing depends on what WebKit or Firefox lacks; `text-wrap: pretty` and `text-spacing-trim` only make better what is right without them.
 * Sizes of type are steps of one scale. ESLint sees to the format of styles (eslint.config.ts).
 * @type {import('stylelint').Config}
 */
export default {
  rules: {
    'property-disallowed-list': [
      ['field-sizing', 'interpolate-size', 'initial-letter', '/^text-box/', '/^animation-(?:timeline|range)/', 'hanging-punctuation'],
      { message: property => `${LACKING}: ${property}` },
    ],
    'at-rule-disallowed-list': [['view-transition'], { message: name => `${LACKING}: ${name}` }],
    'function-disallowed-list': [['if', 'calc-size', 'sibling-index', 'sibling-count'], { message: name => `${LACKING}: ${name}()` }],
    'declaration-property-value-disallowed-list': [
      { '/./': [/light-dark\([^)]*(?:url|gradient|image)\(/], 'word-break': ['auto-phrase'] },
      { message: (property, value) => `${LACKING}: ${property}: ${value}` },
    ],
    'declaration-property-value-allowed-list': [
      {
        'font-size': [STEP, 'inherit'],
        'font': [SHORTHAND, 'inherit'],
        // A step may stand for another, never for a number.
        '/^--(?:type|read|sheet)-/': [STEP],
      },
      {
        message: (property, value) =>
          `Expected a step of ${TOKENS}, such as var(--type-body), as the size of type; found "${property}: ${value}".`,
      },
    ],
  },
  overrides: [
    { files: ['**/*.vue'], customSyntax: 'postcss-html' },
    // Where no theme says it, the addon's parts have the same steps.
    // What a speaker reads from a step away grows with the window.
    {
      files: [TOKENS, 'addon/styles/defaults.css', 'addon/styles/speaker.css'],
      rules: { 'declaration-property-value-allowed-list': null },
    },
  ],
}
