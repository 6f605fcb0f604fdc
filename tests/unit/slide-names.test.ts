import { describe, expect, it } from 'vitest'
import { documentTitle, slideAnnouncement } from '../../addon/lib/slide-names'
import { searchSlides } from '../../addon/lib/slide-search'
import { words } from '../../addon/locales'

describe('the name of a slide', () => {
  it('is its claim before the deck\'s title, and for the first slide that title alone', () => {
    expect(documentTitle({ no: 1, claim: 'Both gain' }, 'The deck')).toBe('The deck')
    expect(documentTitle({ no: 9, claim: 'Both gain' }, 'The deck')).toBe('Both gain · The deck')
  })

  it('is announced with its place in the talk, in the appendix with its page', () => {
    expect(slideAnnouncement({ no: 9, claim: 'Both gain' }, 22, 'Appendix', words)).toBe('Slide 9 of 22: Both gain')
    expect(slideAnnouncement({ no: 22, claim: 'Both gain' }, 22, 'Appendix', words)).toBe('Slide 22 of 22: Both gain')
    expect(slideAnnouncement({ no: 23, claim: 'All figures' }, 22, 'Appendix', words)).toBe('Appendix 23: All figures')
  })
})

describe('the goto dialog\'s search', () => {
  const slides = [
    { no: 1, title: 'Laboratory and company' },
    { no: 2, title: 'In 2014 a laboratory' },
    { no: 14, title: 'Four mechanisms' },
  ]
  const found = (query: string) => searchSlides(slides, query).map(({ no }) => no)

  it('finds a slide by number before all titles that contain it', () => {
    expect(found('14')).toEqual([14, 2])
  })

  it('finds slides by words of their titles, in any case and order, and none before something is typed', () => {
    expect(found('LABOR')).toEqual([1, 2])
    expect(found('company lab')).toEqual([1])
    expect(found('nothing')).toEqual([])
    expect(found(' ')).toEqual([])
  })
})
