# The api runs from its source in the workspace as it is: Node strips the types, but not inside node_modules.
FROM node:24-slim AS workspace
WORKDIR /srv/bantin
RUN npm install --global pnpm@10.34.9
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml tsconfig.base.json ./
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
COPY packages/shared/package.json packages/shared/
COPY patches patches

FROM workspace AS web
RUN pnpm install --frozen-lockfile --filter "@bantin/web..."
COPY packages/shared packages/shared
COPY apps/web apps/web
RUN pnpm --filter @bantin/web build

FROM workspace
RUN pnpm install --frozen-lockfile --prod --filter "@bantin/api..."
COPY packages/shared packages/shared
COPY apps/api apps/api
COPY --from=web /srv/bantin/apps/web/dist apps/web/dist

# What is written beside the database: media, and secrets that the environment does not give.
ENV DATA_DIR=/var/lib/bantin
RUN mkdir --mode=700 /var/lib/bantin && chown node:node /var/lib/bantin
VOLUME /var/lib/bantin
USER node

ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 MALLOC_ARENA_MAX=2

# What Node has compiled, so that no start has to: half of its work. This imports everything, and ends. V8 takes it with the same flags only.
ENV NODE_COMPILE_CACHE=/home/node/.cache/bantin
RUN ["node", "--max-semi-space-size=8", "--max-old-space-size=320", "--heap-growing-percent=100", "--no-allocation-site-pretenuring", "apps/api/src/cli.ts", "help"]

EXPOSE 3000
HEALTHCHECK --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then(({ ok }) => process.exit(ok ? 0 : 1))"]
CMD ["node", "--max-semi-space-size=8", "--max-old-space-size=320", "--heap-growing-percent=100", "--no-allocation-site-pretenuring", "apps/api/src/main.ts"]
