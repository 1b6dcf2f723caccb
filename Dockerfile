# The api runs from its source in the workspace as it is: Node strips the types, but not inside node_modules.
FROM node:24-slim

WORKDIR /srv/bantin
RUN npm install --global pnpm@10.34.9

COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
COPY packages/shared/package.json packages/shared/
RUN pnpm install --frozen-lockfile --filter "@bantin/api..." --filter "@bantin/web..."

COPY tsconfig.base.json ./
COPY packages/shared packages/shared
COPY apps apps
RUN pnpm --filter @bantin/web build

# What is written: media, and secrets that the environment does not give.
ENV DATA_DIR=/var/lib/bantin
RUN mkdir --mode=700 /var/lib/bantin && chown node:node /var/lib/bantin
VOLUME /var/lib/bantin
USER node

ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
EXPOSE 3000
HEALTHCHECK --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then(({ ok }) => process.exit(ok ? 0 : 1))"]
CMD ["node", "apps/api/src/main.ts"]
