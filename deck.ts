import { defineDeck } from './addon/deck'
import { talk } from './locales/editions'

const checked = { name: talk.name, preparsed: ['data', 'figures', 'checks', 'locales'] }

/**
 * The deck as its machinery sees it: all that `addon/` knows of this talk on Node's side. What reads data and words is imported when it is
 * asked for, so that a broken source can still be reported.
 */
export default defineDeck({
  ...talk,
  ...checked,
  async words(edition) {
    const [{ wordsOf }, { citation }] = [await import('./locales/records'), await import('./figures/data-files')]
    const words = wordsOf(edition)
    return { shortTitle: words.labels.shortTitle, acts: words.acts, citation: citation(words), readingTitle: words.reading.documentTitle }
  },
  tokens: 'theme/styles/tokens.css',
  async dataFiles(edition) {
    const [{ dataFiles }, { wordsOf }] = [await import('./figures/data-files'), await import('./locales/records')]
    return dataFiles(wordsOf(edition))
  },
  async problems(options) {
    const { deckProblems } = await import('./checks/validate-deck')
    return deckProblems(checked, options)
  },
  charts: ['headcount-chart', 'papers', 'training-time', 'headcount-field', 'offices'],
  readme: ['cover', 'headcount-field', 'model', 'limits'],
  // That of the article.
  date: '2019-01-28',
  budgets: {
    // In Chinese, whose words compress less, it is as good as full.
    code: { limit: 120_000, limits: { zh: 120_500 } },
    fonts: { limit: 60_000 },
    charts: { limit: 60_000, file: 'assets/chart-parts-*.js' },
    // Ideographs are many.
    pdf: { limit: 400_000, limits: { zh: 500_000 } },
    // Ideographs are many here, too.
    copy: { limit: 880_000, limits: { zh: 1_100_000 } },
    // One for each slide, those of the appendix among them.
    social: { limit: 1_000_000 },
    files: { limit: 7_450_000, limits: { zh: 8_100_000 } },
  },
})
