/** Files that no import names: Slidev, npm, a bundler or a page finds them by their path. */
const ENTRIES = [
  '^[^/]+\\.(ts|cjs|js)$',
  '^(components|pages|theme/layouts)/.+\\.vue$',
  '^theme/styles/index\\.ts$',
  '^setup/',
  '^fixture/',
  '^scripts/',
  '^addon/(commands|setup)/',
  '^addon/[^/]+\\.(vue|ts|cjs)$',
  '^addon/vite/slim/',
  '^addon/client/(early-keys|first-answers|one-ahead|service-worker|storage)\\.ts$',
  '\\.d\\.ts$',
].join('|')

/** The deck's own rooms. */
const DECK = '^(data|locales|figures|checks|components|composables|pages|theme|setup)/|^deck(\\.client)?\\.ts$'
/** With what the addon declares of Slidev's client. */
const DOORS = '^addon/(index|paper|charts|deck|node/index)\\.ts$|^addon/types/'

/** A rule in one line: what may not import what, and why. */
const never = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to })

/**
 * Who may import whom, of resolved paths and of imports at run time, too; docs/decisions.md tells it in words, eslint.config.ts in the
 * editor.
 */
module.exports = {
  forbidden: [
    never('no-circular', {}, { circular: true }, 'Two files that need each other are one: move what both need into a third.'),
    never('no-orphans', { orphan: true, pathNot: `${ENTRIES}|^tests/` }, {}, 'Nothing imports it, and it imports nothing.'),
    never(
      'no-dead-files',
      { path: ENTRIES },
      { path: '^(addon|checks|composables|data|figures|locales|theme)/', pathNot: ENTRIES, reachable: false },
      'No command, page or set-up reaches it.',
    ),

    never(
      'addon-knows-no-deck',
      { path: '^addon/' },
      { path: `${DECK}|^(fixture|tests|scripts)/` },
      'It gets the deck as "#deck" in the browser, and is handed deck.ts in Node.',
    ),
    never(
      'addon-by-its-doors',
      { path: `${DECK}|^fixture/` },
      { path: '^addon/', pathNot: DOORS },
      'index.ts, paper.ts, charts.ts, deck.ts and node/index.ts are its doors.',
    ),
    never(
      'node-door-in-node',
      { path: '^(components|composables|figures|locales|pages|theme/layouts|fixture/components)/|^deck\\.client\\.ts$' },
      { path: '^addon/node/' },
      'This runs in the browser.',
    ),
    never(
      'browser-doors-in-browser',
      { path: '^(checks|figures|locales|setup|theme/[^/]+\\.ts|deck)' },
      { path: '^addon/(index|paper|charts)\\.ts$' },
      'This runs in Node, where no component can be loaded.',
    ),

    never('data-alone', { path: '^data/' }, { pathNot: '^data/' }, 'Facts know nothing of what shows them.'),
    never(
      'locales-below',
      { path: '^locales/' },
      { path: `${DECK}|^(fixture|tests|scripts)/`, pathNot: '^(data|locales)/|^figures/(other-)?tokens\\.ts$' },
      'Words know data and types; figures/tokens and other-tokens print figures into them.',
    ),
    never(
      'figures-pure',
      { path: '^figures/' },
      { path: `${DECK}|^(fixture|tests|scripts)/`, pathNot: '^(data|figures|locales)/' },
      'Figures are pure functions.',
    ),
    never(
      'figures-take-words',
      { path: '^figures/' },
      { path: '^locales/', dependencyTypesNot: ['type-only'] },
      'Figures are handed the words of a language: they import their types.',
    ),
    never(
      'composables-below',
      { path: '^composables/' },
      { path: '^(components|checks|pages|theme|setup|fixture|tests|scripts)/' },
      'A composable knows no component.',
    ),
    never(
      'shown-unchecked',
      { path: '^(components|pages|theme/layouts)/' },
      { path: '^(checks|setup|fixture|tests|scripts)/|^deck' },
      'What is shown knows no checks, set-up or tests.',
    ),
    never('components-below', { path: '^components/' }, { path: '^(pages|theme)/' }, 'Pages and layouts mount components.'),
    never(
      'checks-alone',
      { path: '^checks/' },
      { path: '^(components|composables|pages|theme|setup|fixture|tests|scripts)/|^deck' },
      'Checks read files; they run none of what is shown.',
    ),
    never('fixture-alone', { path: '^fixture/' }, { path: `${DECK}|^(tests|scripts)/` }, 'It stands on the addon alone.'),
    never(
      'only-tests-know-tests',
      { pathNot: '^(tests|scripts)/|^vitest\\.config\\.ts$' },
      { path: '^(tests|scripts)/' },
      'Nothing that is shipped needs a test.',
    ),
    never(
      'documents-apart',
      { pathNot: '^(pages/read\\.vue|components/Reading\\w+\\.vue|locales/|tests/)' },
      { path: '^locales/documents\\.ts$' },
      'Whoever loads the slides would load the words of documents.',
    ),

    never(
      'addon-browser-alone',
      { path: '^addon/(client|components|composables|lib|locales|pages)/|^addon/([^/]+\\.vue|(index|paper|charts|deck)\\.ts)$' },
      { path: '^addon/(node|vite|commands|bench|setup)/' },
      'This runs in the browser.',
    ),
    never(
      'addon-node-alone',
      { path: '^addon/node/' },
      { path: '^addon/(client|components|composables|pages|vite|commands|bench|setup)/' },
      'Commands and plugins call it.',
    ),
    never(
      'addon-plain',
      { path: '^addon/(lib|locales)/|^addon/deck\\.ts$' },
      { path: '^addon/', pathNot: '^addon/(lib|locales)/|^addon/deck\\.ts$|\\.d\\.ts$' },
      'Plain functions and words, for both sides.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['node_modules/', '^[.](?!dependency-cruiser)', '/[.]cache/', '^(dist|exports|public|docs)/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.d.ts', '.vue', '.js', '.cjs', '.json'],
    },
  },
}
