import type { Figure } from '../../data'
import { describe, expect, it } from 'vitest'
import { derivedFigures, exhibits, figures, figuresByFile, flows, gainers, givers, headcount, namedCities, papers, printables, timeline } from '../../data'
import { assertValidData, dataComplaints } from '../../lib/validate-data'

const headcountStart = headcount.start.count

describe('the data as it stands', () => {
  it('is valid', () => {
    expect(dataComplaints()).toEqual([])
    expect(assertValidData).not.toThrow()
  })

  it('lists every figure once, with its evidence', () => {
    expect(figures.length).toBeGreaterThan(30)
    expect(new Set(figures.map(figure => figure.id)).size).toBe(figures.length)
    for (const figure of figures)
      expect(figure, figure.id).toMatchObject({ printed: expect.any(String), section: expect.any(String), claimedBy: expect.any(String) })
  })

  it('records the floors of the article as floors', () => {
    const floors = figures.filter(figure => figure.bound === 'at-least').map(figure => figure.id)
    expect(floors).toEqual([
      'headcount-now',
      'span-over-four-years',
      'doctoral-researchers',
      'doctoral-team',
      'papers-total',
      'gpus',
      'training-elsewhere',
      'competition-teams',
    ])
  })

  it('keeps both spans of the growth, and no founding year', () => {
    expect(headcount.now.spans.map(span => span.printed)).toEqual(['四年', '四年多'])
    expect(figures.filter(figure => /found/.test(figure.id)).map(figure => figure.id)).toEqual(['lab-founded', 'alliance-founded'])
  })

  it('keeps the conference papers apart from the total', () => {
    expect(papers.total.creditedTo).toEqual(['company'])
    for (const conference of papers.conferences)
      expect(conference.creditedTo).toEqual(['company', 'university'])
  })

  it('derives counts of open lists as floors', () => {
    expect(namedCities).toMatchObject({ value: 9, bound: 'at-least' })
    expect(derivedFigures.find(figure => figure.id === 'doctoral-share')).toMatchObject({ value: null, bound: 'unknown' })
    expect(derivedFigures.find(figure => figure.id === 'headcount-growth')).toMatchObject({ value: 90, bound: 'at-least' })
  })

  it('gives every giver something in the matrix, and leaves the state without a named gain', () => {
    for (const giver of givers)
      expect(flows.some(flow => flow.from === giver), giver).toBe(true)
    expect(gainers.filter(gainer => !flows.some(flow => flow.to === gainer))).toEqual(['state'])
  })

  it('keeps undated things off the timeline', () => {
    expect(timeline.map(event => event.id)).not.toContain('mit-alliance')
    expect(timeline.map(event => event.id)).not.toContain('hong-kong-lab')
  })

  it('names only known figures in exhibits', () => {
    for (const [name, exhibit] of Object.entries(exhibits)) {
      for (const figure of exhibit.figures)
        expect(printables.has(figure.id), `${name}: ${figure.id}`).toBe(true)
    }
  })
})

describe('bad data', () => {
  const complain = (change: Partial<Record<keyof Figure | 'precision', unknown>>) =>
    dataComplaints({ ...figuresByFile, 'data/headcount.ts': [{ ...headcountStart, ...change }] })

  it.each([
    [{ value: -22 }, 'value: expected a positive number or a [low, high] range'],
    [{ value: [30, 20] }, 'value: expected'],
    [{ value: Number.NaN }, 'value: expected'],
    [{ bound: 'roughly' }, 'bound: '],
    [{ printed: '' }, 'printed: expected the figure as the article prints it'],
    [{ printed: '员工人数也从2014年的22名增加到2000多名' }, 'printed: expected the figure as printed and nothing longer'],
    [{ section: 'prologue' }, 'section: '],
    [{ paragraph: 0 }, 'paragraph: '],
    [{ paragraph: [] }, 'paragraph: '],
    [{ claimedBy: 'hearsay' }, 'claimedBy: '],
    [{ unit: 'date' }, 'precision: expected a precision on dates, and on nothing else'],
    [{ id: 'Head Count' }, 'id: expected lower-case words joined by hyphens'],
  ])('%j is named with file, id and field', (change, message) => {
    const complaints = complain(change)
    const id = 'id' in change ? change.id : 'headcount-start'
    expect(complaints.some(complaint => complaint.startsWith(`data/headcount.ts: "${id}": ${message}`)), complaints.join('\n')).toBe(true)
  })

  it('is named in claims without a number, too', () => {
    const complaints = dataComplaints(undefined, { 'data/exchange.ts': [{ ...flows[0], paragraph: undefined }] })
    expect(complaints).toEqual(['data/exchange.ts: "talent": paragraph: expected a paragraph number or a list of them'])
  })

  it('names both files of an id that is used twice', () => {
    const complaints = dataComplaints({ 'data/headcount.ts': [headcountStart], 'data/papers.ts': [headcountStart] })
    expect(complaints).toContain('data/papers.ts: "headcount-start": id: expected an id that data/headcount.ts does not use already')
  })
})
