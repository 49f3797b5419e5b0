import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  plugins: [svelte()],
  base: './',
  clearScreen: false,
  server: { port: Number(process.env.UI_PORT ?? 5173), strictPort: true, host: '127.0.0.1' },
  resolve: {
    alias: {
      $backend: here('./src/backend'),
      $shared: here('./src/shared'),
      $frame: here('./src/frame'),
      $features: here('./src/features'),
    },
    // Because Svelte's server build would otherwise be picked when tests run under Node.
    ...(process.env.VITEST ? { conditions: ['browser'] } : {}),
  },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    // Because the content security policy of the shell refuses data: fonts and inline assets.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { console: here('./index.html'), projector: here('./projector.html') },
    },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts'],
    env: { DEBUG_PRINT_LIMIT: '1500' },
    // Because a busy machine is slow and a test must not fail on a clock: this only ends what hangs.
    testTimeout: 60_000,
    setupFiles: ['./src/test-setup.ts'],
  },
})
