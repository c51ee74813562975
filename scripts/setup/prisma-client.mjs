import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SetupFailure, say, succeeds } from './run.mjs';

/** Generates the Prisma client into prisma/generated where it is missing or the schema has changed. */
export function generatePrismaClient(root, node24) {
  const schema = join(root, 'prisma/schema.prisma');
  const noteFile = join(root, 'node_modules/.cache/duban/prisma-client.sha256');
  const version = JSON.parse(readFileSync(join(root, 'node_modules/prisma/package.json'), 'utf8')).version;
  const wanted = createHash('sha256').update(version).update(readFileSync(schema)).digest('hex');
  const isCurrent = existsSync(noteFile) && readFileSync(noteFile, 'utf8') === wanted;
  if (isCurrent && existsSync(join(root, 'prisma/generated/client.ts'))) return;
  say('正在生成数据库访问代码 ……');
  mkdirSync(dirname(noteFile), { recursive: true });
  const env = {
    ...process.env,
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    ...engineSetting(dirname(noteFile)),
  };
  const prisma = join(root, 'node_modules/prisma/build/index.js');
  if (!succeeds(node24, [prisma, 'generate', '--schema', schema, '--no-hints'], { cwd: root, env })) {
    throw new SetupFailure('数据库访问代码生成失败（详情见上）：请检查 prisma/schema.prisma。');
  }
  writeFileSync(noteFile, wanted);
}

/**
 * Generating needs no schema engine, but the command line would download one first. Naming a file keeps it from that;
 * the file fails when it is run, so that nothing can mistake it for an engine.
 */
function engineSetting(folder) {
  if (process.env.PRISMA_SCHEMA_ENGINE_BINARY !== undefined) return {};
  const file = join(folder, 'no-schema-engine');
  writeFileSync(file, '#!/bin/sh\necho "no schema engine: see store/migrate.ts" >&2\nexit 1\n', { mode: 0o755 });
  return { PRISMA_SCHEMA_ENGINE_BINARY: file };
}
