/**
 * Which way things flow: `web, cli -> services, returns, insight -> core`. Checked by test/unit/boundaries.test.ts, which
 * also proves that each rule catches what it forbids. By hand: npx depcruise src
 */
const database = '^(src/core/database/|node_modules/(pg|pg-copy-streams|kysely)/)'
const network = '^(node_modules/fastify/|node_modules/@fastify/|(node:)?(http|https|http2|net|tls|dgram)$)'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'core-knows-nothing-above',
      comment: 'The core turns definitions into everything else. It knows no service, page, command or city.',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { path: '^src/(?!core/)' },
    },
    {
      name: 'only-doors-between-services',
      comment: "A service imports a sibling through its index.ts alone, so that a service's inside can change.",
      severity: 'error',
      from: { path: '^src/services/([^/]+/[^/]+)/' },
      to: { path: '^src/services/[^/]+/[^/]+/', pathNot: ['^src/services/$1/', '^src/services/[^/]+/[^/]+/index\\.ts$'] },
    },
    {
      name: 'nothing-calls-back-up',
      comment: 'Services, returns and insight are used by the web and the commands, and never the other way round.',
      severity: 'error',
      from: { path: '^src/(services|returns|insight|imports)/' },
      to: { path: '^src/(web|cli|city)/', pathNot: '^src/web/components/' },
    },
    {
      name: 'rules-are-pure',
      comment: 'A pathway, a measure and a rule are functions of facts and a day: no database, no network.',
      severity: 'error',
      from: { path: '^src/(services|returns|insight)/.*/(pathway|measures|rules|clocks)[./]' },
      to: { path: [database, network] },
    },
    {
      name: 'returns-stand-alone',
      comment: 'The returns are to run in a browser on a file that never leaves it: calendar, outcomes and the checks of identifiers are all they have.',
      severity: 'error',
      from: { path: '^src/returns/' },
      to: { path: '^src/(?!returns/|core/calendar/|core/outcomes\\.ts$|core/people/identifiers\\.ts$|core/documents/zip\\.ts$)' },
    },
    {
      name: 'no-cycles',
      comment: 'Two modules that need each other to run are one module, or hide a third. Types may refer to each other.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Imports of types are dependencies too: they are what would break.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'], exportsFields: ['exports'], conditionNames: ['import', 'types'] },
  },
}
