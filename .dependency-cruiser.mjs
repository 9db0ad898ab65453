// The dependency rule on resolved paths; test/architecture.test.ts states the same rule as a readable table.
export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'parser-pure', severity: 'error', from: { path: '^parser/' }, to: { pathNot: '^parser/' } },
    {
      name: 'contract-leaf',
      severity: 'error',
      from: { path: '^contract/' },
      to: { pathNot: '^(contract|parser)/|^node_modules/zod/' },
    },
    {
      name: 'ledger-below-hosts',
      severity: 'error',
      from: { path: '^ledger/' },
      to: { path: '^(electron|cli|renderer)/|^node_modules/(electron|react)' },
    },
    {
      name: 'renderer-only-contract',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(electron|cli|ledger)/|^node_modules/(electron|better-sqlite3)/' },
    },
    { name: 'renderer-no-node', severity: 'error', from: { path: '^renderer/' }, to: { dependencyTypes: ['core'] } },
    {
      name: 'only-electron-imports-electron',
      severity: 'error',
      from: { pathNot: '^electron/' },
      to: { path: '^node_modules/electron/' },
    },
    {
      name: 'features-apart',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
