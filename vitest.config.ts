import { defineConfig } from 'vitest/config'

/** Three suites: `unit` needs nothing, `database` needs PostgreSQL, `browser` needs Chromium too. */
const suite = (name: string, include: string[], more: object = {}) => ({
  test: { name, include, exclude: ['**/node_modules/**'], ...more },
})

const globalSetup = './test/support/postgres.ts'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      suite('unit', ['src/**/*.test.{ts,tsx}', 'test/unit/**/*.test.{ts,tsx}']),
      suite('database', ['test/database/**/*.test.ts'], { globalSetup, testTimeout: 120_000, hookTimeout: 120_000 }),
      suite('browser', ['test/browser/**/*.test.ts'], {
        globalSetup,
        testTimeout: 120_000,
        hookTimeout: 180_000,
        fileParallelism: false,
      }),
    ],
  },
})
