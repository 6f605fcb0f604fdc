import antfu from '@antfu/eslint-config'

/** One tool for correctness and format. Slides are prose with their own syntax and stay out. */
export default antfu({
  type: 'app',
  vue: true,
  typescript: true,
  markdown: false,
  formatters: { css: true },
  ignores: ['slides*.md', 'dist', 'exports', 'public', 'docs'],
})
