// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { settleLinks } from '../../addon/node/print/print-state'

const DECK = 'http://127.0.0.1:9/deck/'

it('links in a print of some slides, with a page for each click, lead to the first page of the slide that they name', () => {
  document.head.innerHTML = `<base href="${DECK}print?print=clicks&range=2,5-6">`
  const pages = ['002-01', '005-01', '005-02', '006-01'].map(id => `<div class="print-slide-container" id="${id}"></div>`)
  document.body.innerHTML = `${pages.join('')}${['#5', `${DECK}6/`, '/deck/2', '/deck/3/'].map(href => `<a href="${href}"></a>`).join('')}`
  settleLinks(DECK)
  expect([...document.querySelectorAll('a')].map(link => link.getAttribute('href'))).toEqual(['#005-01', '#006-01', '#002-01', null])
})
