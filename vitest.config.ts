import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          pool: 'forks',
          include: [
            'test/*.test.ts',
            'test/{parser,contract,ledger,cli,bench}/**/*.test.ts',
            'test/electron/*.test.ts',
          ],
        },
      },
      {
        plugins: [react()],
        test: { name: 'dom', environment: 'happy-dom', isolate: false, include: ['test/renderer/**/*.test.tsx'] },
      },
    ],
  },
});
