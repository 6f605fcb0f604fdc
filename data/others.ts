import type { CheckedClaim, OtherFigure, OtherSource, OtherTime } from './other-types'
import { yearMonth, yearMonthDay } from './dates'

function day(year: number, month: number, date: number): OtherTime {
  const from = yearMonthDay(year, month, date)
  return { from, to: from, precision: 'day' }
}
const year = (year: number): OtherTime => ({ from: year, to: year + 1, precision: 'year' })

/** Who else was read, and how. Where no address is noted there is none. */
export const otherSources = [
  {
    id: 'gaussianface',
    who: 'C. Lu, X. Tang',
    title: 'Surpassing Human-Level Face Verification Performance on LFW with GaussianFace',
    date: day(2014, 4, 15),
    address: 'arXiv 1404.3840',
    read: 'abstract',
  },
  {
    id: 'deepid-paper',
    who: 'Y. Sun, X. Wang, X. Tang',
    title: 'Deep Learning Face Representation from Predicting 10,000 Classes',
    date: year(2014),
    address: null,
    read: 'abstract-and-affiliations',
  },
  {
    id: 'deepid2-paper',
    who: 'Y. Sun, X. Wang, X. Tang',
    title: 'Deep Learning Face Representation by Joint Identification-Verification',
    date: day(2014, 6, 18),
    address: 'arXiv 1406.4773',
    read: 'abstract-and-affiliations',
  },
  {
    id: 'market-report',
    who: '0lu.com.cn',
    title: null,
    date: null,
    address: '0lu.com.cn',
    read: 'secondary',
  },
  {
    id: 'listing-report',
    who: null,
    title: null,
    date: null,
    address: null,
    read: 'secondary',
  },
  {
    id: 'anniversary-report',
    who: 'asiaict.com',
    title: null,
    date: null,
    address: 'asiaict.com/finance/5014.html',
    read: 'secondary',
  },
  {
    id: 'laboratory-page',
    who: 'Chinese University of Hong Kong',
    title: 'Multimedia Laboratory',
    date: null,
    address: 'exhibition.cintec.cuhk.edu.hk',
    read: 'page',
  },
  {
    id: 'prospectus-doctors',
    who: 'blog.ytso.com',
    title: null,
    date: { from: yearMonth(2021, 8), to: yearMonth(2021, 9), precision: 'month' },
    address: 'blog.ytso.com/120947.html',
    read: 'report',
  },
  {
    id: 'prospectus-counts',
    who: 'infoq.cn',
    title: null,
    date: { from: yearMonth(2021, 8), to: yearMonth(2021, 9), precision: 'month' },
    address: 'infoq.cn/news/i92AxKL0mFMp01ha8GwM',
    read: 'report',
  },
  {
    id: 'latepost',
    who: 'LatePost',
    title: null,
    date: day(2022, 9, 14),
    address: null,
    read: 'report-of-a-report',
  },
  {
    id: 'hrkatha',
    who: 'hrkatha.com',
    title: null,
    date: null,
    address: 'hrkatha.com',
    read: 'report-of-a-report',
  },
  {
    id: 'science-paper',
    who: 'N. Ahmed, M. Wahed, N. Thompson',
    title: 'Study: Industry now dominates AI research',
    date: year(2023),
    address: 'mitsloan.mit.edu',
    read: 'page-about-it',
  },
  {
    id: 'ai-index-2024',
    who: 'AI Index 2024',
    title: 'Research and development',
    date: year(2024),
    address: null,
    read: 'summary',
  },
  {
    id: 'ai-index-2025',
    who: 'AI Index 2025',
    title: 'Research and development',
    date: year(2025),
    address: 'hai.stanford.edu',
    read: 'page',
  },
] as const satisfies readonly OtherSource[]

/** Recognition of faces on the data set LFW: published accuracies, and what a human reaches. */
export const faceRecords = [
  { id: 'face-human', sources: ['gaussianface'], amount: 97.53, bound: 'exact', unit: 'percent', base: 'lfw', actors: [] },
  {
    id: 'face-gaussianface',
    name: 'GaussianFace',
    sources: ['gaussianface'],
    amount: 98.52,
    bound: 'exact',
    unit: 'percent',
    time: day(2014, 4, 15),
    base: 'lfw',
    actors: ['university'],
  },
  {
    id: 'face-deepid',
    name: 'DeepID',
    sources: ['deepid-paper'],
    amount: 97.45,
    bound: 'exact',
    unit: 'percent',
    // CVPR 2014: the day is not known.
    time: year(2014),
    base: 'lfw',
    actors: ['university'],
  },
  {
    id: 'face-deepid2',
    name: 'DeepID2',
    sources: ['deepid2-paper'],
    amount: 99.15,
    bound: 'exact',
    unit: 'percent',
    time: day(2014, 6, 18),
    base: 'lfw',
    // The conference version has a fourth author, of the company.
    actors: ['university', 'company'],
  },
] as const satisfies readonly OtherFigure[]

export const foundingRecords = [
  {
    id: 'company-founded',
    sources: ['market-report', 'listing-report'],
    amount: yearMonth(2014, 10),
    bound: 'exact',
    unit: 'date',
    precision: 'month',
    actors: ['company'],
  },
  {
    id: 'tenth-anniversary',
    sources: ['anniversary-report'],
    amount: yearMonthDay(2024, 10, 22),
    bound: 'exact',
    unit: 'date',
    precision: 'day',
    actors: ['company'],
  },
] as const satisfies readonly OtherFigure[]

export const laboratoryRecords = [
  {
    id: 'laboratory-founded',
    sources: ['laboratory-page'],
    amount: yearMonth(2001, 7),
    bound: 'exact',
    unit: 'date',
    precision: 'month',
    actors: ['university'],
  },
  { id: 'laboratory-faculty', sources: ['laboratory-page'], amount: 5, bound: 'exact', unit: 'people', actors: ['university'] },
  { id: 'laboratory-students', sources: ['laboratory-page'], amount: 40, bound: 'more-than', unit: 'people', actors: ['university'] },
  {
    id: 'laboratory-ranking',
    sources: ['laboratory-page'],
    amount: 10,
    bound: 'exact',
    unit: 'laboratories',
    time: year(2016),
    actors: ['university'],
  },
] as const satisfies readonly OtherFigure[]

const august2021: OtherTime = { from: yearMonth(2021, 8), to: yearMonth(2021, 9), precision: 'month' }

export const prospectusRecords = [
  {
    id: 'doctors-2021',
    sources: ['prospectus-doctors'],
    amount: 250,
    bound: 'more-than',
    unit: 'people',
    time: august2021,
    actors: ['company'],
  },
  {
    id: 'papers-2021',
    sources: ['prospectus-counts'],
    amount: 600,
    bound: 'more-than',
    unit: 'papers',
    time: august2021,
    actors: ['company'],
  },
] as const satisfies readonly OtherFigure[]

/** Headcounts after the article. */
export const laterHeadcounts = [
  {
    id: 'headcount-2021',
    sources: ['prospectus-counts'],
    amount: 5000,
    bound: 'more-than',
    unit: 'people',
    time: day(2021, 6, 30),
    actors: ['company'],
  },
  {
    id: 'headcount-2022',
    sources: ['latepost'],
    amount: 6000,
    bound: 'close-to',
    unit: 'people',
    time: { from: null, to: yearMonth(2022, 9), precision: 'month' },
    actors: ['company'],
  },
] as const satisfies readonly OtherFigure[]

const endOf2022: OtherTime = { from: null, to: 2023, precision: 'year' }

/** What is told of them besides: shares of the first one, and the fall by the end of 2022, of which no height follows. */
export const besideHeadcounts = [
  {
    id: 'scientists-2021',
    sources: ['prospectus-counts'],
    amount: 2,
    bound: 'about',
    unit: 'thirds',
    time: day(2021, 6, 30),
    base: 'employees-2021',
    actors: ['company'],
  },
  {
    id: 'professors-2021',
    sources: ['prospectus-counts'],
    amount: 40,
    bound: 'exact',
    unit: 'people',
    time: day(2021, 6, 30),
    actors: ['company'],
  },
  {
    id: 'fall-2022',
    sources: ['hrkatha'],
    amount: 1000,
    bound: 'more-than',
    unit: 'people',
    time: endOf2022,
    actors: ['company'],
  },
  {
    id: 'fall-share-2022',
    sources: ['hrkatha'],
    amount: 16.6,
    bound: 'about',
    unit: 'percent',
    time: endOf2022,
    base: 'employees-a-year-before',
    actors: ['company'],
  },
] as const satisfies readonly OtherFigure[]

/** Of new doctors in artificial intelligence, those who went to industry. */
export const doctorShares = [
  {
    id: 'doctors-to-industry-2004',
    sources: ['science-paper'],
    amount: 20,
    bound: 'about',
    unit: 'percent',
    time: year(2004),
    base: 'new-doctors',
    actors: ['company'],
  },
  {
    id: 'doctors-to-industry-2020',
    sources: ['science-paper'],
    amount: 70,
    bound: 'about',
    unit: 'percent',
    time: year(2020),
    base: 'new-doctors',
    actors: ['company'],
  },
] as const satisfies readonly OtherFigure[]

/** Notable models of machine learning in 2023, by who made them. */
export const modelCounts = [
  { id: 'models-industry', sources: ['ai-index-2024'], amount: 51, bound: 'exact', unit: 'models', time: year(2023), actors: ['company'] },
  {
    id: 'models-both',
    sources: ['ai-index-2024'],
    amount: 21,
    bound: 'exact',
    unit: 'models',
    time: year(2023),
    actors: ['university', 'company'],
  },
  {
    id: 'models-academia',
    sources: ['ai-index-2024'],
    amount: 15,
    bound: 'exact',
    unit: 'models',
    time: year(2023),
    actors: ['university'],
  },
] as const satisfies readonly OtherFigure[]

/** The share of industry in notable models. */
export const modelShares = [
  {
    id: 'model-share-2023',
    sources: ['ai-index-2025'],
    amount: 60,
    bound: 'exact',
    unit: 'percent',
    time: year(2023),
    base: 'notable-models',
    actors: ['company'],
  },
  {
    id: 'model-share-2024',
    sources: ['ai-index-2025'],
    amount: 90,
    bound: 'close-to',
    unit: 'percent',
    time: year(2024),
    base: 'notable-models',
    actors: ['company'],
  },
] as const satisfies readonly OtherFigure[]

/** Every number and date of the other sources. */
export const otherRecords = [
  ...faceRecords,
  ...foundingRecords,
  ...laboratoryRecords,
  ...prospectusRecords,
  ...laterHeadcounts,
  ...besideHeadcounts,
  ...doctorShares,
  ...modelCounts,
  ...modelShares,
] as const

/** Claims of the article that were looked up elsewhere. */
export const checkedClaims = [
  {
    id: 'first-above-the-eye',
    article: ['deepid-published'],
    others: ['face-gaussianface', 'face-human', 'face-deepid', 'face-deepid2'],
    verdict: 'speaks-against',
  },
  {
    id: 'credited-to-the-company',
    article: ['deepid-published'],
    others: ['company-founded', 'tenth-anniversary'],
    verdict: 'speaks-against',
  },
  {
    id: 'laboratory-founded-then',
    article: ['lab-founded'],
    others: ['laboratory-founded', 'laboratory-faculty', 'laboratory-students'],
    verdict: 'agrees',
  },
  { id: 'among-the-pioneers', article: ['pioneering-labs'], others: ['laboratory-ranking'], verdict: 'goes-further' },
  { id: 'researchers-counted', article: ['doctoral-researchers'], others: ['doctors-2021'], verdict: 'goes-further' },
  { id: 'papers-counted', article: ['papers-total'], others: ['papers-2021'], verdict: 'goes-further' },
  { id: 'employees-counted', article: ['headcount-now'], others: ['headcount-2021', 'headcount-2022'], verdict: 'goes-further' },
  { id: 'years-between', article: [], others: [], verdict: 'not-found' },
  { id: 'conference-papers', article: ['cvpr-papers', 'eccv-papers'], others: [], verdict: 'not-found' },
] as const satisfies readonly CheckedClaim[]

export type OtherFigureId = (typeof otherRecords)[number]['id']
export type OtherSourceId = (typeof otherSources)[number]['id']
export type CheckedClaimId = (typeof checkedClaims)[number]['id']
