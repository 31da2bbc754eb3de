import { defineConfig } from 'vitest/config'
import { modelPlugin } from './scripts/model-plugin.ts'

export default defineConfig({
  plugins: [modelPlugin()],
  test: { environment: 'node', include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'] },
})
