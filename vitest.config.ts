import { defineConfig } from 'vitest/config'

/** Three suites: `unit` needs nothing, `database` needs PostgreSQL, `browser` needs Chromium too. */
const suite = (name: string, include: string[], limits: object = {}) => ({
  test: { name, include, exclude: ['**/node_modules/**'], ...limits },
})

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      suite('unit', ['src/**/*.test.{ts,tsx}', 'test/unit/**/*.test.{ts,tsx}']),
      suite('database', ['test/database/**/*.test.ts'], { testTimeout: 120_000, hookTimeout: 120_000 }),
      suite('browser', ['test/browser/**/*.test.ts'], { testTimeout: 120_000, hookTimeout: 180_000, fileParallelism: false }),
    ],
  },
})
