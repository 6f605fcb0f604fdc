import { clauses } from './clauses'

/** Firefox has it from 125 on. */
const { Segmenter } = Intl as { Segmenter?: typeof Intl.Segmenter }
const words = Segmenter && new Segmenter('zh', { granularity: 'word' })

/** Words of one character that end the word before them; a dictionary often lacks the whole: 实验 and 室, 创新 and 基金会. */
const ENDING = /^[的地得了着过们者员家师生人界会院室所部站馆校系化性力型式类级版法论学量率金奖赛期年月日号个名种次篇项]$/

/** What dictionaries of browsers divide, and a reader does not. */
const COMPOUNDS = [
  '人工智能',
  '计算机',
  '机器人',
  '机器学习',
  '产学研',
  '实验室',
  '研究生',
  '博士生',
  '博士后',
  '硕士生',
  '大学生',
  '科技园',
  '科学园',
  '基金会',
  '知识产权',
]

/** Whether no line may end at a place of a text, since it lies within a compound. */
function isWithinCompound(text: string, place: number): boolean {
  return COMPOUNDS.some((compound) => {
    const start = text.lastIndexOf(compound, place - 1)
    return start !== -1 && start + compound.length > place
  })
}

/** Whether no line may end between two pieces, or whether one may end there by itself: at a space, beside brackets, within a number. */
function isGlued(before: string, after: string): boolean {
  return /[（《“〈「『【([\s]$/.test(before)
    || /^[，。、；：？！”’）》〉…」』】)\],.;:?!%\s]/.test(after)
    || (/\p{Script=Han}$/u.test(before) && ENDING.test(after))
    // A number and its measure word are one.
    || (/\d$/.test(before) && /^\p{Script=Han}/u.test(after))
    || !(/[\p{Script=Han}，。、；：？！”’）》〉…」』】]$/u.test(before) || /^\p{Script=Han}/u.test(after))
}

/** Two single characters in a row are mostly one word that the dictionary lacks: 读 and 博. */
const isSingle = (piece: string) => /^\p{Script=Han}$/u.test(piece)

/** Cuts Chinese text between its words, for narrow columns, in which a clause is longer than a line. */
export function wholeWords(text: string): string[] {
  const pieces: string[] = []
  let place = 0
  let last = ''
  for (const piece of words ? Array.from(words.segment(text), ({ segment }) => segment) : clauses(text)) {
    const before = pieces.at(-1)
    if (before !== undefined && (isGlued(before, piece) || (isSingle(last) && isSingle(piece)) || isWithinCompound(text, place)))
      pieces.push(pieces.pop()! + piece)
    else
      pieces.push(piece)
    place += piece.length
    last = piece
  }
  return pieces
}
