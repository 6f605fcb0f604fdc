import type { Told } from '../../data/premises'
import { describe, expect, it } from 'vitest'
import { problemText } from '../../addon/lib/problem'
import { premiseProblems } from '../../checks/premises'
import { figures } from '../../data'
import { brokenPremises, premises, told } from '../../data/premises'

type Change = (told: Told) => Told
type Record = Told['figures'][number]

/** One figure otherwise: its number, its bound. */
function figure(id: string, change: Partial<Record> | ((figure: Record) => object)): Change {
  return told => ({
    ...told,
    figures: told.figures.map(figure =>
      figure.id === id ? ({ ...figure, ...(typeof change === 'function' ? change(figure) : change) } as Record) : figure,
    ),
  })
}
function number(id: string) {
  const { value } = figures.find(figure => figure.id === id)!
  return typeof value === 'number' ? value : value[0]
}
/** A field of everything that is told, made from what it was. */
const list = <K extends keyof Told>(key: K, change: (value: Told[K]) => Told[K]): Change => told => ({ ...told, [key]: change(told[key]) })
function more(key: 'cities' | 'partners' | 'offers' | 'organisers' | 'entrants' | 'conferences'): Change {
  return list(key, all => [...all, 'another'])
}
function event(id: string, value: number): Change {
  return list('timeline', events => events.map(event => (event.id === id ? { ...event, date: { ...event.date, value } } : event)))
}
const both = (...changes: Change[]): Change => told => changes.reduce((all, change) => change(all), told)

/** For each premise a change of the data that breaks it, and no other. */
const BREAKS: { [premise: string]: Change } = {
  'headcount-grew': both(
    figure('headcount-now', { value: number('headcount-start') + 1, bound: 'exact' }),
    ...['doctoral-researchers', 'doctoral-team'].map(id => figure(id, { value: 2 })),
  ),
  'several-people': figure('headcount-start', { value: 1 }),
  'several-researchers': both(...['doctoral-researchers', 'doctoral-team'].map(id => figure(id, { value: 1, bound: 'exact' }))),
  'some-gpus': figure('gpus', { value: 0, bound: 'exact' }),
  'some-training-here': figure('training-here', { value: 0 }),
  'some-months-since-li-left': figure('months-since-li-left', { value: 0 }),
  'some-cvpr-papers': figure('cvpr-papers', { value: 0 }),
  'some-eccv-papers': figure('eccv-papers', { value: 0 }),
  'years-between': figure('span-four-years', { value: 1 }),
  'second-count-before-publication': figure('span-four-years', { value: 40 }),
  'spans-differ': told =>
    figure('span-over-four-years', { ...told.figures.find(({ id }) => id === 'span-four-years')!, id: 'span-over-four-years' })(told),
  'same-group-twice': figure('doctoral-team', { value: number('doctoral-researchers') + 1 }),
  'researchers-are-employees': both(
    figure('headcount-now', { bound: 'exact' }),
    ...['doctoral-researchers', 'doctoral-team'].map(id => figure(id, { value: number('headcount-now') + 1 })),
  ),
  'total-is-the-long-bar': figure('papers-total', { value: number('cvpr-papers') }),
  'conferences-of-one-year': figure('eccv-year', { value: number('eccv-year') - 1 }),
  'two-conferences': more('conferences'),
  'ahead-at-eccv': list('aheadOf', aheadOf => ({ ...aheadOf, companies: aheadOf.companies.slice(1) })),
  'a-month-into-days': figure('training-elsewhere', { unit: 'years' }),
  'one-month': figure('training-elsewhere', { value: 3 }),
  'training-elsewhere-is-a-floor': figure('training-elsewhere', { bound: 'exact' }),
  'training-here-is-faster': figure('training-here', { value: [20, 40] }),
  'one-assumption': list('assumptions', count => count + 1),
  'one-first-office': figure('first-office', { value: 2 }),
  'cities-in-the-notes': both(
    more('cities'),
    list('coordinates', all => ({ ...all, another: all.beijing })),
  ),
  'from-singapore-to-tokyo': list('coordinates', all => ({ ...all, kyoto: { latitude: 35, longitude: 150 } })),
  'mechanisms-counted': figure('mechanism-count', { value: number('mechanism-count') + 1 }),
  'mechanisms-in-order': list('mechanisms', all =>
    all.map((mechanism, index) => (index === 0 ? { ...mechanism, id: 'teaching' } : mechanism))),
  'measures-in-the-notes': list('mechanisms', all =>
    all.map((mechanism, index) => (index === 0 ? { ...mechanism, measures: ['mentors', 'young-fund'] } : mechanism))),
  'partners-in-the-notes': more('partners'),
  'offers-in-the-notes': more('offers'),
  'organisers-in-the-notes': more('organisers'),
  'entrants-in-the-notes': more('entrants'),
  'a-rival-enters': list('rival', () => 'jd'),
  'only-some-entrants-named': figure('competition-teams', { value: 2 }),
  'only-some-members-named': figure('alliance-universities', { value: 3 }),
  'alliances-in-the-notes': list('alliances', all =>
    all.map((alliance, index) => (index === 0 ? { ...alliance, members: [...alliance.members, 'peking' as const] } : alliance))),
  'last-alliances-undated': list('alliances', all => all.map(alliance => ({ ...alliance, date: all[0]!.date }))),
  'laboratory-in-order': figure('deepid-published', { value: number('lab-founded') - 1 }),
  'several-laboratories': figure('pioneering-labs', { value: 1 }),
  'reposted-later': figure('reposted-on', { value: number('published-on') - 0.1 }),
  'nothing-after-publication': event('textbook', 2024),
  'first-and-last-event': list('timeline', events => [events[1]!, events[0]!, ...events.slice(2)]),
  'within-the-magnified-months': event('global-alliance', number('published-on')),
  'most-events-late': list('timeline', events => [events[0]!, ...Array.from({ length: 8 }, () => events[1]!), ...events.slice(1)]),
  'the-state-takes-part': list('timeline', events =>
    events.map(event => (event.id === 'young-fund' ? { ...event, actors: ['company', 'state'] } : event))),
  'funds-in-order': figure('young-fund', { value: number('beijing-fund') }),
  'stations-in-order': figure('beijing-station', { value: number('shenzhen-base') + 0.05 }),
  'a-vague-year': figure('competition-year', { precision: 'month' } as Partial<Record>),
  'flows-told': list('flows', all => [...all, { ...all[0]!, id: 'taxes', from: 'company', to: 'state' }]),
  'precedents-told': list('precedents', all => all.map(precedent => ({ ...precedent, flows: [] }))),
  'policy-told': list('policyTexts', all => all.toReversed()),
}

describe('what the slides take for granted', () => {
  it('holds', () => expect(premiseProblems().map(problemText)).toEqual([]))

  it('has a change that breaks it for each premise', () => {
    expect(Object.keys(BREAKS).toSorted()).toEqual(premises.map(({ id }) => id).toSorted())
  })

  it.each(Object.entries(BREAKS))('%s is missed when it breaks, and nothing else is', (id, change) => {
    expect(brokenPremises(change(told)).map(({ premise }) => premise)).toEqual([id])
  })

  it.each(premises.map(premise => [premise.id, premise] as const))(
    '%s says in one sentence what is expected, and which slides say so',
    (_, { expected, because, file }) => {
      expect(expected).toMatch(/^expected \S.*(?<!\.)$/)
      expect(because).toMatch(/slide|finding|article/)
      expect(file).toMatch(/^data\/[a-z]+\.ts$/)
    },
  )

  it('names the record, the field and the slides', () => {
    const [problem] = premiseProblems(BREAKS['headcount-grew']!(told))
    expect(problemText(problem!).replace(/:\d+/, ':LINE')).toBe(
      'data/headcount.ts:LINE: "headcount-now": value: '
      + 'expected a headcount that is surely twice that of "headcount-start" or more, '
      + 'because slides headcount-field and headcount-chart say how many times it grew',
    )
  })

  it.each([
    ['cvpr-papers', 'unknown', 'data/papers.ts'],
    ['lab-founded', 'at-least', 'data/laboratory.ts'],
    ['published-on', 'about', 'data/source.ts'],
  ] as const)('refuses "%s" that is %s, which no sentence can say', (id, bound, file) => {
    expect(premiseProblems(figure(id, { bound })(told))).toEqual([expect.objectContaining({ file, subject: id, field: 'bound' })])
  })

  it('leaves a figure that is gone to the check of references', () => {
    expect(() => brokenPremises({ ...told, figures: [] })).not.toThrow()
  })

  it.each(['headcount-now', 'papers-total', 'gpus', 'competition-teams', 'doctoral-researchers'])(
    'leaves "%s" free to be counted anew, with another bound',
    (id) => {
      for (const bound of ['exact', 'at-least', 'about'] as const) {
        const change = both(
          figure(id, ({ value }) => ({ value: (value as number) * 1.5, bound })),
          id === 'doctoral-researchers'
            ? figure('doctoral-team', ({ value }) => ({ value: (value as number) * 1.5, bound }))
            : told => told,
        )
        expect(brokenPremises(change(told)), bound).toEqual([])
      }
    },
  )
})
