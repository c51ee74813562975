/** Who may import whom. A folder that is not named here is an entry point or a test and may use all public functions. */
const allowedImports = {
  domain: { folders: ['domain'], packages: ['dayjs', '@noble/hashes', 'canonicalize'], core: false },
  workflows: {
    folders: ['domain', 'workflows'],
    typeOnly: ['activities'],
    packages: ['@temporalio/workflow', '@temporalio/common'],
    core: false,
  },
  store: {
    folders: ['domain', 'store', 'prisma/generated'],
    packages: ['pg', 'pg-connection-string', '@prisma/client', '@prisma/adapter-pg'],
    core: true,
  },
  papers: { folders: ['domain', 'papers'], packages: ['exceljs', 'docx', 'jszip', 'pdfkit', 'pdf-lib'], core: true },
  documents: {
    folders: ['domain', 'documents'],
    packages: ['exceljs', 'htmlparser2', 'pdfjs-dist', 'yauzl'],
    core: true,
  },
  activities: {
    folders: ['domain', 'store', 'papers', 'documents', 'activities'],
    files: ['workflows/messages', 'workflows/workflow-ids', 'workflows/search-attributes'],
    typeOnly: ['workflows'],
    packages: ['@temporalio/activity', '@temporalio/client', '@temporalio/common', 'nodemailer'],
    core: true,
  },
  api: {
    // The entry point puts the parts together.
    entry: 'api/server.ts',
    folders: ['domain', 'store', 'papers', 'documents', 'api'],
    files: ['workflows/messages', 'workflows/workflow-ids', 'workflows/search-attributes'],
    typeOnly: ['workflows'],
    packages: [
      '@temporalio/client',
      '@temporalio/common',
      'hono',
      '@hono/[^/]+',
      'zod',
      'better-auth',
      '@node-rs/argon2',
      '@zxcvbn-ts/language-common',
      'pino',
      'prom-client',
    ],
    core: true,
  },
  web: {
    folders: ['domain', 'api/schemas', 'web'],
    packages: ['react', 'react-dom', 'antd', '@ant-design/[^/]+', '@tanstack/[^/]+', 'echarts', 'dayjs', 'zod'],
    core: false,
  },
  config: { folders: ['config'], packages: ['zod'], core: true },
};

const packagePath = (name) => `(^|/)node_modules/(@types/)?${name.replace('/', '(/|__)')}/`;
const corePaths = ['^[a-z0-9_:]+$', '^[a-z0-9_:]+/(promises|posix|consumers)$'];

/** One rule for what a folder may import at all, one more for what it may import only as a type. */
function rulesOf([folder, { folders, files = [], typeOnly = [], packages, core, entry }]) {
  const reachable = [...folders.map((name) => `^${name}/`), ...files.map((name) => `^${name}(\\.ts$|/)`)];
  const allowed = [...reachable, ...packages.map(packagePath), ...(core ? corePaths : [])];
  const types = typeOnly.map((name) => `^${name}/`);
  const from = { path: `^${folder}/`, ...(entry === undefined ? {} : { pathNot: `^${entry}$` }) };
  return [
    {
      name: `${folder}-imports-only-what-the-table-allows`,
      severity: 'error',
      from,
      to: { pathNot: [...allowed, ...types] },
    },
    ...(types.length === 0
      ? []
      : [
          {
            name: `${folder}-imports-${typeOnly.join('-')}-as-types-only`,
            severity: 'error',
            from,
            to: { path: types, pathNot: allowed, dependencyTypesNot: ['type-only'] },
          },
        ]),
  ];
}

module.exports = {
  forbidden: [
    ...Object.entries(allowedImports).flatMap(rulesOf),
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'every-import-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'only-store-speaks-sql',
      comment: 'scripts/schema-engine makes migrations during development and is never shipped.',
      severity: 'error',
      from: { pathNot: ['^store/', '^prisma/', '^test/', '^scripts/schema-engine/', '^scripts/bench', '^bench/'] },
      to: { path: ['^prisma/generated/', packagePath('pg'), packagePath('@prisma/[^/]+')] },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^(test/|vitest\\.config\\.ts$)' },
      to: { path: '^test/' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['(^|/)node_modules/', '^prisma/generated/'] },
    exclude: { path: ['^dist/', '^\\.duban/', '^coverage/'] },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
