import { describe, expect, it } from 'vitest'
import { clauses, keepMeasures } from '../../addon/lib/clauses'
import { wholeWords } from '../../addon/lib/whole-words'

describe('clauses', () => {
  it.each([
    ['带走这一来一往，别给数字封顶', ['带走这一来一往，', '别给数字封顶']],
    ['他说：“好。”然后走了', ['他说：', '“好。”', '然后走了']],
    ['出处：《文章》（一）、二', ['出处：', '《文章》', '（一）、', '二']],
    ['读《文章》', ['读', '《文章》']],
    ['博士生（此处原文称“博士生”）', ['博士生', '（此处原文称“博士生”）']],
    ['就这样。', ['就这样。']],
    ['Nothing, but Latin; here.', ['Nothing, but Latin; here.']],
    ['一， 二', ['一， 二']],
    ['', ['']],
  ])('cuts %s', (text, parts) => {
    expect(clauses(text)).toEqual(parts)
    expect(clauses(text).join('')).toBe(text)
  })
})

describe('whole words', () => {
  it.each([
    ['与阿里巴巴合办的实验室', '实验室'],
    ['世界人工智能大会，上海', '大会，'],
    ['全球高校人工智能学术联盟', '人工智能'],
    ['深圳研究生院与产学研', '产学研'],
    ['在麻省理工学院读博，开始研究', '读博，'],
    ['后一处写法；从最早有日期的基金', '写法；'],
    ['共2000人，（约）', '2000人，'],
    ['叫“教材”的书', '“教材”'],
    ['《教材》的书', '《教材》'],
    ['MIT-商汤科技', 'MIT-'],
  ])('of %s keep %s in one piece', (text, piece) => {
    const pieces = wholeWords(text)
    expect(pieces.join('')).toBe(text)
    expect(pieces.join('|')).toContain(piece)
    expect(pieces.length).toBeGreaterThan(1)
  })

  it('leave other languages as they are', () => {
    expect(wholeWords('Nothing, but Latin; here (2000 of them).')).toEqual(['Nothing, but Latin; here (2000 of them).'])
  })
})

it('a number stays beside its measure word', () => {
  expect(keepMeasures('自 2018 年年中，共 400 多篇')).toBe('自 2018\u00A0年年中，共 400\u00A0多篇')
  expect(wholeWords(keepMeasures('共 400 多篇论文')).join('|')).toContain('400\u00A0多')
})
