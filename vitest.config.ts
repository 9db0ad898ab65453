import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** The machines are shared: these are for what hangs, not for what is slow. */
const limits = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 20_000 } } };

export default defineConfig({
  test: {
    // Most tests wait for processes and servers of their own: a machine of two cores has room for two at once.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          pool: 'forks',
          ...limits,
          include: [
            'test/*.test.ts',
            'test/{parser,contract,ledger,cli,bench}/**/*.test.ts',
            'test/electron/*.test.ts',
          ],
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'dom',
          environment: 'happy-dom',
          isolate: false,
          ...limits,
          include: ['test/renderer/**/*.test.tsx'],
        },
      },
    ],
  },
});
