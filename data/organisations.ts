import type { Actor } from './types'

/** An organisation that the article names, as it prints the name, and the actor whose hue it carries. */
export interface Organisation {
  readonly nameZh: string
  readonly actor: Actor
}

/** English names stand in `locales/`, under the same keys. */
export const organisations = {
  'sensetime': { nameZh: '商汤科技', actor: 'company' },
  'stanford': { nameZh: '斯坦福', actor: 'university' },
  'google': { nameZh: '谷歌', actor: 'company' },
  'harvard': { nameZh: '哈佛大学', actor: 'university' },
  'facebook': { nameZh: 'Facebook', actor: 'company' },
  'microsoft': { nameZh: '微软', actor: 'company' },
  'mit': { nameZh: '麻省理工学院', actor: 'university' },
  'cuhk': { nameZh: '香港中文大学', actor: 'university' },
  'tsinghua': { nameZh: '清华大学', actor: 'university' },
  'tsinghua-shenzhen': { nameZh: '清华大学深圳研究生院', actor: 'university' },
  'peking': { nameZh: '北京大学', actor: 'university' },
  'zhejiang': { nameZh: '浙江大学', actor: 'university' },
  'sjtu': { nameZh: '上海交通大学', actor: 'university' },
  'nanyang': { nameZh: '南洋理工大学', actor: 'university' },
  'sydney': { nameZh: '悉尼大学', actor: 'university' },
  'ict-cas': { nameZh: '中科院计算所', actor: 'university' },
  'amazon': { nameZh: '亚马逊', actor: 'company' },
  'msra': { nameZh: '微软亚洲研究院', actor: 'company' },
  'jd': { nameZh: '京东', actor: 'company' },
  'iflytek': { nameZh: '科大讯飞', actor: 'company' },
  'megvii': { nameZh: '旷视', actor: 'company' },
  'alibaba': { nameZh: '阿里巴巴', actor: 'company' },
  'hk-science-park': { nameZh: '香港科技园', actor: 'state' },
  'bnsf': { nameZh: '北京市自然科学基金委员会', actor: 'state' },
  'haidian': { nameZh: '海淀区人民政府', actor: 'state' },
} as const satisfies Record<string, Organisation>

export type OrganisationId = keyof typeof organisations
