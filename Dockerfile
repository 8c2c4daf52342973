# The gateway as an image: see "Docker" in docs/operator-guide.md.
ARG NODE=node:24-bookworm-slim

# The package that `npm pack` makes: the server and its pages, without sources.
FROM ${NODE} AS package
WORKDIR /src
COPY . .
RUN npm pack --loglevel=error && mkdir /app && tar -xzf stagedoor-*.tgz -C /app --strip-components=1

# What the server depends on, in the versions of the lockfile. Packages have their binaries with them, so no script of theirs runs.
FROM ${NODE} AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --workspaces=false --ignore-scripts --no-audit --no-fund

FROM ${NODE}
ENV NODE_ENV=production
ENV HOST=0.0.0.0
ENV STATE_DIR=/var/lib/stagedoor
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY --from=package /app .
RUN mkdir -p /var/lib/stagedoor && chown 1000:1000 /var/lib/stagedoor
# The user `node`, as a number: Kubernetes cannot know that a name is not root's.
USER 1000:1000
VOLUME /var/lib/stagedoor
EXPOSE 4000
HEALTHCHECK --start-period=30s --interval=10s --timeout=3s CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 4000) + '/health/live').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself is process 1, so that SIGTERM reaches the gateway.
ENTRYPOINT ["node", "--min-semi-space-size=16", "--max-semi-space-size=64", "dist/main.js"]
CMD ["serve"]
