import type { ComputedRef } from 'vue'
import type { RecordFileName } from '../data'
import type { SlideSource } from '../figures/slide-evidence'
import type { Act } from '../locales'
import { useSlideContext } from '@slidev/client'
import { computed } from 'vue'

/** What a slide's front matter says of it. */
export interface SlideMeta {
  /** Stable id, the same in every edition. */
  readonly id: string
  readonly act: Act
  /** From `setup/preparser.ts`. */
  readonly sources: readonly SlideSource[]
  /** From there, too: what its exhibits show, as files for readers. */
  readonly dataFiles: readonly RecordFileName[]
  /** Others than the article whom its exhibits show, in a few letters. */
  readonly others: readonly string[]
  /** Id of the appendix's slide that tells more of this one. */
  readonly backup: string | undefined
  readonly page: ComputedRef<number>
}

/** Front matter of the slide that the component stands on, and its number. */
export function useSlide(): SlideMeta {
  const { $frontmatter, $page } = useSlideContext()
  return {
    id: String($frontmatter.id),
    act: $frontmatter.act as Act,
    sources: ($frontmatter.sources ?? []) as SlideSource[],
    dataFiles: ($frontmatter.dataFiles ?? []) as RecordFileName[],
    others: ($frontmatter.others ?? []) as string[],
    backup: $frontmatter.backup as string | undefined,
    page: computed(() => $page.value),
  }
}
