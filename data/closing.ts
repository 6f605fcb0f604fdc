import type { Statement } from './types'

/** The school book on artificial intelligence that the company helped to write. */
export const schoolBook = {
  id: 'school-book',
  titleZh: '《人工智能基础（高中版）》',
  section: 'closing',
  paragraph: [60, 61],
  claimedBy: 'article',
} as const satisfies Statement & { titleZh: string }

/** Xu Li's answer to Wu Xiaobo on how he manages: inner strength first. */
export const innerStrength = {
  id: 'inner-strength',
  speaker: 'Xu Li',
  speakerZh: '徐立',
  interviewer: 'Wu Xiaobo',
  interviewerZh: '吴晓波',
  section: 'closing',
  paragraph: 62,
  claimedBy: 'xu-li',
} as const satisfies Statement & Record<string, unknown>
