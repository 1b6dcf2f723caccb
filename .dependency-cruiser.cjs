// The import law of docs/architecture.md. Each rule is proven by a violation kept under scripts/law/violations.

const tests = '[.](test|spec)[.]tsx?$'

/** What the files matched by `from` may import of our own code; everything else of it is forbidden. Those matched by `except` are not held to it. */
function only(name, from, allowed, comment, except = []) {
  return {
    name,
    severity: 'error',
    comment,
    from: { path: from, pathNot: [tests, ...except] },
    to: { path: '^(apps|packages|e2e)/', pathNot: [...allowed, '^packages/shared/src/'] },
  }
}

/** What the files matched by `from` may not import; those matched by `except` may. */
function never(name, from, to, comment, except = []) {
  return { name, severity: 'error', comment, from: { path: from, pathNot: [tests, ...except] }, to }
}

const api = '^apps/api/src/'
const web = '^apps/web/src/'
const ground = [`${api}lib/`, `${api}errors[.]ts$`]
const fastify = { path: '(^|/)(@fastify/|fastify($|/|-plugin))' }

module.exports = {
  forbidden: [
    never('no-cycles', '^(apps|packages)/', { circular: true }, 'Data flows one way.'),
    never(
      'shared-stands-alone',
      '^packages/shared/src/',
      { pathNot: ['^packages/shared/src/', '(^|node_modules/)typebox($|/)'] },
      'The contract imports typebox and nothing else.',
    ),
    never(
      'client-stands-alone',
      '^packages/client/src/',
      { pathNot: ['^packages/client/src/', '^packages/shared/src/'] },
      'Whoever reads a portal, in Node or in a browser, installs nothing else.',
    ),
    never(
      'client-takes-types-of-shared',
      '^packages/client/src/',
      { path: '^packages/shared/', dependencyTypesNot: ['type-only'] },
      'Types are written out when it is built; schemas would be a dependency.',
    ),
    never('apps-meet-over-http', `${api}`, { path: '^apps/web/' }, 'The api knows no React; it is handed the web build.'),
    never('web-knows-no-api', `${web}`, { path: '^apps/api/' }, 'The web is a client like any other.'),

    only(
      'delivery-reads-published',
      `${api}delivery/`,
      [`${api}delivery/`, `${api}db/client[.]ts$`, `${api}db/schema/published/`, `${api}adapters/media-store[.]ts$`, ...ground],
      'Drafts cannot leak from what cannot be imported.',
    ),
    never(
      'delivery-features-apart',
      `${api}delivery/([^/]+)/`,
      { path: `${api}delivery/([^/]+)/`, pathNot: [`${api}delivery/$1/`] },
      'Features of a side do not know each other.',
    ),
    only(
      'editorial-writes-by-publication',
      `${api}editorial/`,
      [
        ...[`${api}editorial/`, `${api}guarded/`, `${api}publication/`, `${api}db/`],
        ...[`${api}adapters/(media-store|mail-sender|outgoing)[.]ts$`, `${api}job-parts[.]ts$`, ...ground],
      ],
      'Editorial calls verbs; it does not reach into other sides.',
    ),
    never(
      'editorial-features-apart',
      `${api}editorial/([^/]+)/`,
      { path: `${api}editorial/([^/]+)/`, pathNot: [`${api}editorial/$1/`] },
      'Features of a side do not know each other.',
    ),
    only(
      'publication-stands-on-the-database',
      `${api}publication/`,
      [`${api}publication/`, `${api}db/`, ...ground],
      'The verbs serve routes, commands and imports alike.',
    ),
    only(
      'guarded-knows-no-side',
      `${api}guarded/`,
      [`${api}guarded/`, `${api}db/`, ...ground],
      'What every route behind the session guard stands on stands below the sides.',
    ),
    only(
      'accounts-apart',
      `${api}accounts/`,
      [`${api}accounts/`, `${api}guarded/`, `${api}db/`, `${api}adapters/mail-sender[.]ts$`, `${api}job-parts[.]ts$`, ...ground],
      'Sides do not know each other. Who leaves hands articles over: that verb alone is called from here.',
      [`${api}accounts/hand-over/hand-over[.]service[.]ts$`],
    ),
    only(
      'hand-over-calls-its-verb',
      `${api}accounts/hand-over/hand-over[.]service[.]ts$`,
      [`${api}accounts/`, `${api}guarded/`, `${api}db/`, `${api}publication/hand-over[.]ts$`, ...ground],
      'Accounts call one verb of publication, in one direction.',
    ),
    ...['analytics', 'pages'].map((side) =>
      only(
        `${side}-apart`,
        `${api}${side}/`,
        [`${api}${side}/`, `${api}db/`, `${api}adapters/media-store[.]ts$`, ...ground],
        'Sides do not know each other.',
      ),
    ),

    never(
      'routes-know-no-sql',
      `${api}.*[.]routes[.]ts$`,
      { path: [`${api}db/`, `${api}publication/`, '[.]repository[.]ts$'] },
      'A route is a schema plus one call to its own service or queries.',
    ),
    never(
      'http-ends-at-routes',
      `${api}(accounts|adapters|analytics|cli|db|delivery|demo|editorial|guarded|lib|pages|publication)/`,
      fastify,
      'What is below a route is called by commands, imports and tests too. A file without a suffix is no exception.',
      ['[.]routes[.]ts$', `${api}delivery/send-json[.]ts$`, `${api}guarded/call[.]ts$`],
    ),
    never(
      'sql-stands-in-repositories',
      `${api}(accounts|adapters|analytics|delivery|editorial|guarded|lib|pages|plugins)/`,
      { path: '(^|/)(drizzle-orm|pg)($|/)' },
      'Whoever looks for a query finds it by its suffix.',
      ['[.](repository|columns)[.]ts$'],
    ),
    only(
      'plugins-are-handed-what-they-need',
      `${api}plugins/`,
      [`${api}plugins/`, `${api}fastify[.]d[.]ts$`, ...ground],
      'A plugin acts on every request; a feature is handed to it by app.ts.',
    ),
    only('lib-knows-no-feature', `${api}(lib/|errors[.]ts$)`, ground, 'lib is the floor.'),
    only('db-knows-no-feature', `${api}db/`, [`${api}db/`, `${api}config[.]ts$`, ...ground], 'The database layer is below every side.'),
    only(
      'adapters-know-no-feature',
      `${api}adapters/`,
      [`${api}adapters/`, ...ground],
      'An adapter turns an interface of ours into a service of others.',
    ),
    only(
      'app-is-a-table-of-contents',
      `${api}app[.]ts$`,
      [
        `${api}plugins/`,
        '[.]routes[.]ts$',
        '[.]service[.]ts$',
        `${api}(config|policy)[.]ts$`,
        `${api}pages/web-build[.]ts$`,
        `${api}db/client[.]ts$`,
        `${api}adapters/media-store[.]ts$`,
        ...ground,
      ],
      'app.ts registers; it does not work.',
    ),
    never(
      'nothing-imports-the-start',
      `${api}(?!(main|cli|jobs|run|start)([.]ts$|/))`,
      { path: `${api}(main|cli|jobs|run|start)([.]ts$|/)` },
      'Importing does nothing; only the outermost files start.',
    ),

    never('site-knows-no-desk', `${web}site/`, { path: `${web}desk/` }, 'No byte of the desk reaches a reader.'),
    never('desk-knows-no-site', `${web}desk/`, { path: `${web}site/` }, 'Two entries, one ground.'),
    never(
      'site-takes-types-of-shared',
      `${web}site/`,
      { path: '^packages/shared/', dependencyTypesNot: ['type-only'] },
      'TypeBox costs a reader 19 kB.',
    ),
    never(
      'web-features-apart',
      `${web}features/([^/]+)/`,
      { path: `${web}features/([^/]+)/`, pathNot: [`${web}features/$1/`] },
      'Pages compose features.',
    ),
    only('web-features-stand-on-ui', `${web}features/`, [`${web}features/`, `${web}ui/`, `${web}lib/`], 'A feature knows no page.'),
    only('ui-knows-no-feature', `${web}ui/`, [`${web}ui/`, `${web}lib/`], 'Buttons know no articles.'),
    only('web-lib-knows-no-feature', `${web}lib/`, [`${web}lib/`], 'lib is the floor.'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css', '.d.ts'],
    },
  },
}
