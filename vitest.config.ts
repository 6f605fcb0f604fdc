import process from 'node:process'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const fromRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Vitest reads this file and not Slidev's vite.config.ts: components are tested without Slidev's build. */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [vue()],
        // The real client only runs inside of Slidev's build.
        resolve: { alias: { '@slidev/client': fromRoot('tests/fakes/slidev-client.ts') } },
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: 'tests/browser/global-setup.ts',
          // One browser and two cores: files at once would only slow each other down.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
          // On a busy machine a browser now and then misses a moment; what is broken fails again.
          retry: process.env.CI ? 2 : 0,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
