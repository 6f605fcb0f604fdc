import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { nearestTo, problemText } from '../../addon/lib/problem'
import { dataSources } from '../../checks/sources'
import { dataProblems } from '../../checks/validate-data'
import {
  cities,
  figures,
  flows,
  foundations,
  gainers,
  givers,
  headcount,
  namedCities,
  organisations,
  papers,
  printables,
  timeline,
} from '../../data'
import { exhibits } from '../../data/exhibits'
import { problemsAfter } from './changed-data'

describe('the data as it stands', () => {
  it('is valid', () => {
    expect(dataProblems().map(problemText)).toEqual([])
  })

  it('lists every figure once, with its evidence', () => {
    expect(new Set(figures.map(figure => figure.id)).size).toBe(figures.length)
    for (const figure of figures) {
      expect(figure, figure.id).toMatchObject({
        printed: expect.any(String),
        section: expect.any(String),
        claimedBy: expect.any(String),
      })
    }
  })

  it('keeps both spans of the growth, and no founding year', () => {
    expect(headcount.now.spans).toHaveLength(2)
    expect(figures.filter(figure => /found/.test(figure.id)).map(figure => figure.id)).toEqual([
      'lab-founded',
      'alliance-founded',
    ])
  })

  it('keeps the conference papers apart from the total', () => {
    expect(papers.total.creditedTo).toEqual(['company'])
    for (const conference of papers.conferences) expect(conference.creditedTo).toEqual(['company', 'university'])
  })

  it('derives counts of open lists as floors', () => {
    expect(namedCities).toMatchObject({ value: cities.length, bound: 'at-least' })
  })

  it('gives every giver something in the matrix, and leaves the state without a named gain', () => {
    for (const giver of givers) {
      expect(
        flows.some(flow => flow.from === giver),
        giver,
      ).toBe(true)
    }
    expect(gainers.filter(gainer => !flows.some(flow => flow.to === gainer))).toEqual(['state'])
  })

  it('keeps undated things off the timeline', () => {
    expect(timeline.map(event => event.id)).not.toContain('mit-alliance')
    expect(timeline.map(event => event.id)).not.toContain('hong-kong-lab')
  })

  it('gives an event that bears the company\'s name alone to the company, and no other a part in it', () => {
    const own = foundations.filter(({ nameZh }) => nameZh.startsWith(organisations.sensetime.nameZh.slice(0, 2)))
    expect(own.map(({ id }) => id)).toEqual(['young-fund'])
    for (const { id } of own)
      expect(timeline.find(event => event.id === id)?.actors).toEqual(['company'])
  })

  it('gives no university and no institute of an academy the hue of a company', () => {
    const learned = Object.entries(organisations).filter(([, { nameZh }]) => /大学|学院|研究所|计算所|^中科院/.test(nameZh))
    expect(learned.length).toBeGreaterThan(8)
    expect(learned.filter(([, { actor }]) => actor !== 'university')).toEqual([])
  })

  it('has each figure where it was read in the article, written down a second time', () => {
    const read = {
      2: ['reposted-on'],
      4: ['published-on'],
      5: ['months-since-li-left'],
      18: ['vision-since', 'lab-founded', 'pioneering-labs'],
      21: ['deepid-published'],
      22: ['headcount-year', 'headcount-start', 'headcount-now', 'span-over-four-years', 'doctoral-researchers'],
      23: ['papers-total', 'cvpr-papers', 'cvpr-year', 'eccv-papers', 'eccv-year'],
      32: ['gpus'],
      33: ['training-elsewhere', 'training-here'],
      39: ['span-four-years', 'doctoral-team', 'first-office'],
      41: ['mechanism-count'],
      46: ['competition-teams', 'competition-year'],
      49: ['alliance-universities', 'alliance-founded'],
      52: ['beijing-fund', 'young-fund'],
      55: ['beijing-station'],
      57: ['shenzhen-base'],
      60: ['textbook-received'],
      62: ['interview-shown'],
    }
    const paragraphs = new Set(figures.map(({ paragraph }) => String(paragraph)))
    expect(Object.fromEntries([...paragraphs].map(paragraph =>
      [paragraph, figures.filter(figure => String(figure.paragraph) === paragraph).map(({ id }) => id)]))).toEqual(read)
  })

  it('names only known figures in exhibits', () => {
    for (const [name, exhibit] of Object.entries(exhibits)) {
      for (const figure of exhibit.figures) expect(printables.has(figure.id), `${name}: ${figure.id}`).toBe(true)
    }
  })

  it('is checked while it is built, and nowhere in the browser', () => {
    const browser = [
      'components',
      'composables',
      'theme/layouts',
      'pages',
      'addon/client',
      'addon/components',
      'addon/composables',
      'figures',
    ]
      .flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => `${folder}/${file.replaceAll('\\', '/')}`))
      .filter(file => /\.(?:ts|vue)$/.test(file) && file !== 'figures/slide-evidence.ts')
    expect(browser.length).toBeGreaterThan(50)
    expect(browser.filter(file => /from '[^']*\/(?:validate-|checks\/)/.test(readFileSync(file, 'utf8')))).toEqual([])
  })
})

const H = 'data/headcount.ts'
const start = (field: string, value: unknown) => [H, ['headcountStart', field], value] as const
const now = (field: string, value: unknown) => [H, ['headcountNow', field], value] as const

describe('a slip in the data is named with file, line, id, field, what was expected and what is nearest', () => {
  it.each<[slip: string, changes: Parameters<typeof problemsAfter>[0], says: RegExp]>([
    // Values.
    [
      'a negative number',
      [now('value', -2000)],
      /^data\/headcount\.ts:\d+: "headcount-now": value: expected a number from 0 upwards, found -2000$/,
    ],
    ['no number', [now('value', Number.NaN)], /value: expected a number, found NaN$/],
    ['an endless number', [now('value', Number.POSITIVE_INFINITY)], /value: expected a number, found Infinity$/],
    ['a text', [now('value', '2000')], /value: expected a number or a \[low, high\] range, found "2000"$/],
    [
      'nothing',
      [now('value', undefined)],
      /^data\/headcount\.ts:\d+: "headcount-now": value: expected a number .*found nothing$/,
    ],
    ['a null', [now('value', null)], /value: expected a number .*found null$/],
    ['far too many', [now('value', 2e12)], /value: expected at most 1000000000, found 2000000000000$/],
    [
      'a fraction of a person',
      [start('value', 22.5), start('printed', '22.5名')],
      /"headcount-start": value: expected a whole number: people have no fractions, found 22\.5$/,
    ],
    ['a fraction of a paper', [['data/papers.ts', ['cvprPapers', 'value'], 43.5]], /papers have no fractions, found 43\.5$/],
    ['a fraction in a range', [start('value', [20, 22.5])], /value\.1: expected a whole number/],
    [
      'a reversed range',
      [['data/compute.ts', ['trainingHere', 'value'], [2, 1]]],
      /"training-here": value: expected \[low, high\] with low below high, found \[2,1\]$/,
    ],
    [
      'a range without length',
      [['data/compute.ts', ['trainingHere', 'value'], [2, 2]]],
      /found \[2,2\]; a single number is no range$/,
    ],
    [
      'a range of three',
      [['data/compute.ts', ['trainingHere', 'value'], [1, 2, 3]]],
      /expected a number or a \[low, high\] range, found \[1,2,3\]$/,
    ],
    // What is printed.
    [
      'another number',
      [['data/papers.ts', ['cvprPapers', 'printed'], '45篇']],
      /^data\/papers\.ts:\d+: "cvpr-papers": value: expected 45, as printed "45篇" says, found 44$/,
    ],
    [
      'another number in Chinese',
      [['data/compute.ts', ['trainingElsewhere', 'printed'], '两个多月']],
      /value: expected 2, as printed "两个多月" says, found 1$/,
    ],
    [
      'another scale',
      [['data/compute.ts', ['gpus', 'value'], 1000]],
      /value: expected 10000, as printed "超过万块" says, found 1000$/,
    ],
    [
      'another end of a range',
      [['data/compute.ts', ['trainingHere', 'value'], [1, 3]]],
      /value: expected 1 to 2, as printed "一、两天" says, found \[1,3\]$/,
    ],
    ['a number in the place of a range', [['data/compute.ts', ['trainingHere', 'value'], 1]], /value: expected 1 to 2/],
    [
      'a floor taken for exact',
      [now('bound', 'exact')],
      /bound: expected "more-than", as printed "2000多名" says, found "exact"$/,
    ],
    [
      'an exact number taken for a floor',
      [start('bound', 'at-least')],
      /bound: expected "exact", as printed "22名" says, found "at-least"$/,
    ],
    [
      'a floor that excludes its number taken for one that includes it',
      [now('bound', 'at-least')],
      /bound: expected "more-than", as printed "2000多名" says, found "at-least"$/,
    ],
    ['a stated number taken for unknown', [start('bound', 'unknown')], /bound: expected "exact"/],
    [
      'another thing counted',
      [start('printed', '22篇')],
      /printed: expected a measure word for people \(名, 人, 位, 员, 口\), found "22篇", which counts papers$/,
    ],
    [
      'another unit',
      [['data/compute.ts', ['trainingHere', 'unit'], 'months']],
      /printed: expected a measure word for months \(个月\), found "一、两天", which counts days$/,
    ],
    ['no number', [now('printed', '许多名')], /printed: expected one number in people, .* can't read one out of "许多名"$/],
    ['two numbers', [now('printed', '员工人数也从2014年的22名增加到2000多名')], /printed: expected one number in people/],
    ['nothing', [now('printed', '')], /printed: expected a text that is not empty/],
    // Dates.
    [
      'another year',
      [[H, ['headcountYear', 'printed'], '2015年']],
      /value: expected 2015, as printed "2015年" says, found 2014$/,
    ],
    [
      'another month',
      [['data/timeline.ts', ['youngFund', 'printed'], '2018年8月']],
      /value: expected 2018-08, as printed "2018年8月" says, found 2018-07$/,
    ],
    [
      'a precision that is not printed',
      [['data/timeline.ts', ['youngFund', 'precision'], 'year']],
      /expected the start of a year, as precision says, found 2018-07-01$/,
    ],
    [
      'a day where a month is printed',
      [['data/timeline.ts', ['youngFund', 'precision'], 'day']],
      /precision: expected "month", as printed "2018年7月" says, found "day"$/,
    ],
    [
      'a precision that there is not',
      [[H, ['headcountYear', 'precision'], 'yaer']],
      /precision: expected one of day, month, mid-year, year, found "yaer"; did you mean "year"\?$/,
    ],
    [
      'no precision',
      [[H, ['headcountYear', 'precision'], undefined]],
      /precision: expected a precision on dates, and on nothing else, found nothing on a figure in "date"$/,
    ],
    [
      'a precision of people',
      [start('precision', 'year')],
      /precision: expected a precision on dates, and on nothing else, found "year" on a figure in "people"$/,
    ],
    [
      'a year far away',
      [['data/papers.ts', ['cvprYear', 'value'], 20018]],
      /value: expected a year from 1900 to 2099, found 20018$/,
    ],
    [
      'a year too early',
      [['data/laboratory.ts', ['visionSince', 'value'], 192]],
      /value: expected a year from 1900 to 2099, found 192$/,
    ],
    [
      'a date after the article',
      [
        [H, ['headcountYear', 'value'], 2020],
        [H, ['headcountYear', 'printed'], '2020年'],
      ],
      /value: expected a date before the article's publication \(2019-01-28\), found 2020$/,
    ],
    [
      'a copy before the article',
      [
        ['data/source.ts', ['repostedOn', 'value'], 2018],
        ['data/source.ts', ['repostedOn', 'printed'], '2018年01月01日'],
      ],
      /"reposted-on": value: expected a date from the article's publication \(2019-01-28\) on, found 2018-01-01$/,
    ],
    [
      'the middle of another year',
      [['data/timeline.ts', ['interviewShown', 'value'], [2017.4, 2017.6]]],
      /expected a \[low, high\] range within 2018-04 to 2018-11, as printed "去年年中" says/,
    ],
    [
      'events out of order',
      [['data/timeline.ts', ['timeline'], timeline.toReversed()]],
      /expected dates in the order of time, found "deepid" after "beijing-fund", which is later$/,
    ],
    // Names.
    [
      'a unit that there is not',
      [start('unit', 'poeple')],
      /^data\/headcount\.ts:\d+: "headcount-start": unit: expected one of people, .* found "poeple"; did you mean "people"\?$/,
    ],
    [
      'a bound that there is not',
      [start('bound', 'atleast')],
      /bound: expected one of exact, .* found "atleast"; did you mean "at-least"\?$/,
    ],
    ['a claimant that there is not', [start('claimedBy', 'hearsay')], /claimedBy: expected one of article, .* found "hearsay"$/],
    [
      'a section that the article has not',
      [start('section', 'orgin')],
      /section: expected one of header, .* found "orgin"; did you mean "origin"\?$/,
    ],
    [
      'a paragraph that the article has not',
      [start('paragraph', 99)],
      /paragraph: expected a whole number from 1 to \d+, the article's last paragraph, found 99$/,
    ],
    ['half a paragraph', [start('paragraph', 22.5)], /paragraph: expected a whole number/],
    [
      'a paragraph of another section',
      [start('paragraph', 39)],
      /paragraph: expected a paragraph of section "origin" \(\d+ to \d+\), found 39, which lies in "people"$/,
    ],
    [
      'one of several paragraphs in another section',
      [['data/closing.ts', ['schoolBook', 'paragraph'], [57, 61]]],
      /^data\/closing\.ts:\d+: "school-book": paragraph\.0: expected a paragraph of section "closing"/,
    ],
    ['no paragraph', [start('paragraph', [])], /paragraph: expected at least one entry, found an empty list$/],
    [
      'paragraphs out of order',
      [['data/closing.ts', ['schoolBook', 'paragraph'], [61, 60]]],
      /paragraph: expected paragraphs in their order/,
    ],
    [
      'a field that there is not',
      [['data/exchange.ts', ['flows', 0, 'facett'], 'teaching']],
      /^data\/exchange\.ts:\d+: "talent": facett: expected no field of that name; did you mean "facet"\?$/,
    ],
    ['an id that is no id', [start('id', 'Head Count')], /id: expected lower-case words joined by hyphens, found "Head Count"$/],
    [
      'an id that another has',
      [['data/papers.ts', ['eccvPapers', 'id'], 'gpus']],
      /id: expected an id that data\/papers\.ts does not use already, found "gpus"$/,
    ],
    // Relations.
    [
      'a part larger than its whole',
      [
        ['data/researchers.ts', ['doctoralResearchers', 'value'], 3000],
        ['data/researchers.ts', ['doctoralResearchers', 'printed'], '3000多位'],
      ],
      /^data\/researchers\.ts:\d+: "doctoral-researchers": value: expected no more than its whole, .*found 3000$/,
    ],
    [
      'a whole smaller than its named parts',
      [
        ['data/mechanisms.ts', ['allianceUniversities', 'value'], 3],
        ['data/mechanisms.ts', ['allianceUniversities', 'printed'], '3所'],
      ],
      /"alliance-universities": value: expected at least 4, as many as the members of "global-alliance" that the data names, found 3$/,
    ],
    [
      'a count of a closed list that is not its length',
      [
        ['data/mechanisms.ts', ['mechanismCount', 'value'], 5],
        ['data/mechanisms.ts', ['mechanismCount', 'printed'], '五大方面'],
      ],
      /"mechanism-count": value: expected 4, as many as the mechanisms that the data names, found 5$/,
    ],
    [
      'an unknown organisation',
      [['data/precedents.ts', ['precedents', 0, 'company'], 'gogle']],
      /^data\/precedents\.ts:\d+: "stanford-google": company: expected a company of .* found "gogle"; did you mean "google"\?$/,
    ],
    [
      'a university in the place of a company',
      [['data/precedents.ts', ['precedents', 0, 'company'], 'stanford']],
      /company: expected a company of data\/organisations\.ts, found "stanford"$/,
    ],
    [
      'an unknown member',
      [['data/mechanisms.ts', ['alliances', 0, 'members', 1], 'tsinghau']],
      /"global-alliance": members\.1: expected an organisation of .* found "tsinghau"; did you mean "tsinghua"\?$/,
    ],
    [
      'an unknown competitor',
      [['data/papers.ts', ['aheadOf', 'companies', 1], 'gogle']],
      /"ahead-of": companies\.1: .* did you mean "google"\?$/,
    ],
    [
      'a rival that did not enter',
      [['data/mechanisms.ts', ['competition', 'rival'], 'alibaba']],
      /"competition": rival: expected one of the entrants .* found "alibaba"$/,
    ],
    [
      'an organisation twice',
      [['data/mechanisms.ts', ['competition', 'entrants', 1], 'jd']],
      /entrants\.\d: expected each entry once, found "jd" again$/,
    ],
    [
      'a figure of another unit',
      [['data/compute.ts', ['compute', 'training', 'elsewhere'], headcount.start.count]],
      /^data\/compute\.ts:\d+: "compute": training\.elsewhere: expected a figure in months, found "headcount-start" in "people"$/,
    ],
    [
      'a figure that no list has',
      [[H, ['headcountFigures'], headcount.now.spans]],
      /"headcount-now": expected it in the …Figures of this file, found it in no list$/,
    ],
    [
      'a series without marks',
      [['data/papers.ts', ['papers', 'conferences'], []]],
      /"papers": conferences: expected at least one entry, found an empty list$/,
    ],
    [
      'an event of nobody',
      [['data/timeline.ts', ['timeline', 3, 'actors'], []]],
      /"beijing-fund": actors: expected at least one entry, found an empty list$/,
    ],
    [
      'a giver that there is not',
      [['data/exchange.ts', ['flows', 0, 'from'], 'universty']],
      /"talent": from: expected one of university, company, state, found "universty"; did you mean "university"\?$/,
    ],
    [
      'a derived figure from nowhere',
      [['data/derived.ts', ['derivedFigures', 0, 'from', 0], 'headcount-nwo']],
      /"headcount-growth": from\.0: .* found "headcount-nwo"; did you mean "headcount-now"\?$/,
    ],
    [
      'an assumption that cannot be',
      [['data/compute.ts', ['daysPerMonth', 'value'], 300]],
      /"days-per-month": value: expected the days of a month, 28 to 31, found 300$/,
    ],
    // The map.
    [
      'a city off the map',
      [['data/coordinates.ts', ['coordinates', 'tokyo', 'longitude'], 239.69]],
      /^data\/coordinates\.ts:\d+: "tokyo": longitude: expected degrees on the map, between \d+ and \d+, found 239\.69$/,
    ],
    [
      'degrees the wrong way round',
      [['data/coordinates.ts', ['coordinates', 'tokyo'], { latitude: 139.69, longitude: 35.69 }]],
      /"tokyo": latitude: .* latitude and longitude are swapped$/,
    ],
    [
      'a city without coordinates',
      [['data/coordinates.ts', ['coordinates', 'tokyo'], undefined]],
      /"tokyo": expected latitude and longitude of this city, found none$/,
    ],
    [
      'a city that is none',
      [['data/offices.ts', ['offices', 'first', 'city'], 'hongkong']],
      /first\.city: expected a city of data\/offices\.ts, found "hongkong"; did you mean "hong-kong"\?$/,
    ],
    // Exhibits and files.
    [
      'an exhibit without a component',
      [['data/exhibits.ts', ['exhibits', 'OfficMap'], exhibits.OfficeMap]],
      /"OfficMap": expected the name of a component, found no components\/OfficMap\.vue; did you mean "OfficeMap"\?$/,
    ],
    [
      'a component that is no exhibit',
      [['data/exhibits.ts', ['exhibits', 'OfficeMap'], undefined]],
      /^components\/OfficeMap\.vue: expected a name of data\/exhibits\.ts, found "OfficeMap"$/,
    ],
    [
      'an exhibit of rows that there are not',
      [['data/exhibits.ts', ['exhibits', 'OfficeMap', 'data'], 'citys']],
      /"OfficeMap": data: expected a name of dataFileNames .* did you mean "cities"\?$/,
    ],
    [
      'a part of rows that there is not',
      [['data/exhibits.ts', ['exhibits', 'TrainingTogether', 'partOf', 0], 'joint-bas']],
      /partOf\.0: .* found "joint-bas"; did you mean "joint-base"\?$/,
    ],
    [
      'a name that the data files have not',
      [['data/files.ts', ['dataFileNames', 0], 'sources']],
      /dataFileNames: expected "source"|"dataFileNames": expected "source"/,
    ],
    // Words.
    [
      'an id that was renamed in the data',
      [now('id', 'headcount-today')],
      /^locales\/en\.ts:\d+: "headcount-now": figures: expected only ids that the data has, .* mean "headcount-today"\?$/,
    ],
    [
      'an id that was renamed in the data, in the other edition',
      [['data/exchange.ts', ['flows', 0, 'id'], 'talents']],
      /^locales\/zh\.ts:\d+: "talents": flows: expected words for it, as the data has it, found none; did you mean "talent"\?$/,
    ],
    [
      'a token that names nothing',
      [['locales/records.ts', ['records', 'zh', 'labels', 'ringed'], '[[doctoral-reserchers]]']],
      /^locales\/zh\.ts:\d+: "ringed": labels: expected the id of a figure in .* did you mean "doctoral-researchers"\?$/,
    ],
    [
      'a style that there is not',
      [['locales/records.ts', ['records', 'en', 'labels', 'ringed'], '[[doctoral-researchers:phrse]]']],
      /expected one of the styles .* found "phrse"; did you mean "phrase"\?$/,
    ],
    [
      'a derived figure as printed',
      [['locales/records.ts', ['records', 'en', 'labels', 'noShare'], '[[doctoral-share:printed]]']],
      /the article does not print this figure, we work it out$/,
    ],
    [
      'a figure in one edition only',
      [['locales/records.ts', ['records', 'zh', 'labels', 'ringed'], '没有数字']],
      /^locales\/zh\.ts:\d+: "ringed": labels: expected \[\[doctoral-researchers\]\] as in the edition "en"/,
    ],
    [
      'a placeholder that nothing fills',
      [['locales/records.ts', ['records', 'en', 'labels', 'conferenceOf'], '{name} {yeer}']],
      /expected a placeholder that is filled in, found \{yeer\}; did you mean "year"\?$/,
    ],
    [
      'a placeholder in one edition only',
      [['locales/records.ts', ['records', 'zh', 'labels', 'conferenceOf'], '{name}']],
      /expected \{year\} as in the edition "en"/,
    ],
    [
      'an empty word',
      [['locales/records.ts', ['records', 'zh', 'labels', 'people'], ' ']],
      /^locales\/zh\.ts:\d+: "people": labels: expected a text that is not empty$/,
    ],
    [
      'a word in one edition only',
      [['locales/records.ts', ['records', 'zh', 'labels', 'people'], undefined]],
      /"people": labels: expected words for it, as in the edition "en", found none$/,
    ],
    [
      'a word of the documents in one edition only',
      [['locales/records.ts', ['records', 'zh', 'reading', 'skip'], undefined]],
      /^locales\/zh\.documents\.ts:\d+: "skip": reading: expected words/,
    ],
    [
      'a noun without a plural',
      [['locales/records.ts', ['records', 'en', 'units', 'people', 'other'], '']],
      /"people": units: expected a singular and a plural/,
    ],
    [
      'a bracket too few',
      [['locales/records.ts', ['records', 'en', 'labels', 'ringed'], '[[doctoral-researchers]']],
      /found a bracket without its pair/,
    ],
    [
      'a language that Intl has not',
      [['locales/records.ts', ['records', 'en', 'intl', 'locale'], 'english!']],
      /"locale": intl: expected a language tag that Intl knows, found "english!"$/,
    ],
  ])('%s: %s', (_, changes, says) => {
    const problems = problemsAfter(changes)
    expect(
      problems.some(problem => says.test(problem)),
      problems.join('\n'),
    ).toBe(true)
  })

  it.each([
    ['month', 'data/timeline.ts', 'beijingFund', 'yearMonth(2017, 13)', 'there is no month 13'],
    ['day', 'data/source.ts', 'repostedOn', 'yearMonthDay(2019, 6, 31)', 'there is no day 31 in month 6 of 2019'],
    ['leap day', 'data/source.ts', 'repostedOn', 'yearMonthDay(2019, 2, 29)', 'there is no day 29 in month 2 of 2019'],
  ])('of a %s that does not exist with what was typed', (_, file, name, typed, reason) => {
    const code = dataSources.read(file)!.replace(new RegExp(`(export const ${name} = [^}]*?value: )[^\\n]*`), `$1${typed},`)
    const line = code.slice(0, code.indexOf(typed)).split('\n').length
    const read = (other: string) => other === file ? code : dataSources.read(other)
    const [problem] = problemsAfter([[file, [name, 'value'], Number.NaN]], { read })
    expect(problem).toContain(`${file}:${line}: `)
    expect(problem).toContain(`value: expected a date that exists: ${reason}, found ${typed}`)
  })

  it('of a label that only a component still uses', () => {
    const components = () => new Map([...dataSources.components(), ['Extra', '<template>\n  {{ labels.peple }}\n</template>']])
    expect(dataProblems({ components }).map(problemText)).toEqual([
      'components/Extra.vue:2: labels.peple: expected a label that the words in locales/ have, found none; did you mean "people"?',
    ])
  })

  it('of figures in a file that nothing lists', () => {
    const read = (file: string) =>
      file === 'data/patents.ts' ? 'export const patents = {\n  printed: \'3项\',\n}' : dataSources.read(file)
    expect(dataProblems({ read, dataFiles: () => [...dataSources.dataFiles(), 'patents.ts'] }).map(problemText)).toEqual([
      expect.stringMatching(/^data\/patents\.ts: expected figures only in files that figuresByFile .* list, found some here$/),
    ])
  })
})

describe('what is allowed', () => {
  it.each<[what: string, changes: Parameters<typeof problemsAfter>[0]]>([
    ['nobody at all', [start('value', 0), start('printed', '0名')]],
    [
      'one half of a year',
      [
        [H, ['spanFourYears', 'value'], 4.5],
        [H, ['spanFourYears', 'printed'], '四年半'],
      ],
    ],
    ['the same in other words', [now('printed', '超过2000人')]],
    ['a ceiling', [start('bound', 'less-than'), start('printed', '不到22人')]],
    ['about', [start('bound', 'about'), start('printed', '22人左右')]],
    ['a range', [start('value', [20, 22]), start('printed', '20到22人')]],
    ['a million', [now('value', 1_000_000), now('printed', '上百万人')]],
    [
      'a part as large as its whole',
      [
        ['data/researchers.ts', ['doctoralResearchers', 'value'], 2000],
        ['data/researchers.ts', ['doctoralResearchers', 'printed'], '2000多位'],
      ],
    ],
    [
      'more papers at a conference than in all: nothing says that the total contains them',
      [
        ['data/papers.ts', ['cvprPapers', 'value'], 440],
        ['data/papers.ts', ['cvprPapers', 'printed'], '440篇'],
      ],
    ],
    ['a number that is not stated', [now('bound', 'unknown'), now('printed', '许多名')]],
  ])('%s', (_, changes) => expect(problemsAfter(changes)).toEqual([]))
})

describe('records that are no records', () => {
  const broken = [null, undefined, 0, '', 'text', [], {}, [null], { id: null }, Number.NaN, () => 1]
  const exported = Object.entries(dataSources.modules)
    .filter(([file]) => file.startsWith('data/'))
    .flatMap(([file, exports]) => Object.keys(exports).map(name => [file, name] as const))

  it('are answered, whichever export they stand for', () => {
    fc.assert(
      fc.property(fc.constantFrom(...exported), fc.constantFrom(...broken), ([file, name], value) => {
        const modules = { ...dataSources.modules, [file]: { ...dataSources.modules[file], [name]: value } }
        expect(
          dataProblems({ modules }).filter(({ expected }) => expected.includes('the check stops')),
          `${file} ${name}`,
        ).toEqual([])
      }),
      { numRuns: 30 },
    )
  }, 60_000)
})

describe('a file that cannot be run', () => {
  afterEach(() => {
    vi.doUnmock('../../data/headcount')
    vi.resetModules()
  })

  it('does not hide which record is to blame', async () => {
    vi.resetModules()
    vi.doMock('../../data/headcount', async importOriginal => ({ ...(await importOriginal<object>()), headcountNow: null }))
    const { dataProblems } = await import('../../checks/validate-data')
    const problems = dataProblems().map(problemText)
    expect(problems[0]).toMatch(/^data\/headcount\.ts:\d+: "headcountNow": expected a record, found null$/)
    expect(problems.join('\n')).not.toContain('Cannot read')
  })

  it('is named when nothing else is wrong', async () => {
    vi.resetModules()
    vi.doMock('../../data/headcount', () => {
      throw new Error('made up')
    })
    const { dataProblems } = await import('../../checks/validate-data')
    expect(dataProblems().map(problemText).join('\n')).toMatch(/data\/headcount\.ts: expected a file that can be run/)
  })
})

it('the nearest name is near', () => {
  expect(nearestTo('gogle', ['google', 'jd'])).toBe('google')
  expect(nearestTo('hearsay', ['article', 'xu-li'])).toBeUndefined()
})
