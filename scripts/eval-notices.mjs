import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { readNotice } from '../domain/notice/read-notice.ts';

const isJson = process.argv.includes('--json');
const [folder, only] = process.argv.slice(2).filter((argument) => argument !== '--json');
if (folder === undefined) {
  console.error('用法：npm run eval:notices -- 目录 [文件名的一部分] [--json]。目录中须有 text/、gold/ 和 score.mjs。');
  process.exit(2);
}

const work = mkdtempSync(path.join(tmpdir(), 'duban-eval-'));
try {
  for (const kind of ['text', 'gold', 'predictions']) mkdirSync(path.join(work, kind));
  const names = readdirSync(path.join(folder, 'text')).filter((name) => only === undefined || name.includes(only));
  for (const name of names) {
    const document = path.parse(name).name;
    const text = readFileSync(path.join(folder, 'text', name), 'utf8');
    writeFileSync(path.join(work, 'text', name), text);
    writeFileSync(
      path.join(work, 'gold', `${document}.json`),
      readFileSync(path.join(folder, 'gold', `${document}.json`)),
    );
    writeFileSync(path.join(work, 'predictions', `${document}.json`), JSON.stringify(readNotice(text)));
  }
  const score = (...more) =>
    execFileSync(
      process.execPath,
      [
        path.join(path.resolve(folder), 'score.mjs'),
        '--predictions',
        path.join(work, 'predictions'),
        '--gold',
        path.join(work, 'gold'),
        '--text',
        path.join(work, 'text'),
        ...more,
      ],
      { encoding: 'utf8', maxBuffer: 1 << 28 },
    );
  const result = score('--json');
  if (isJson) console.log(result);
  const { documents } = isJson ? { documents: [] } : JSON.parse(result);
  for (const { name, metrics } of documents) {
    for (const [metric, { missed, extra }] of Object.entries(metrics)) {
      for (const entry of missed) console.log(`${name}  ${metric}  缺  ${entry}`);
      for (const entry of extra) console.log(`${name}  ${metric}  多  ${entry}`);
    }
  }
  if (!isJson) console.log(score());
} finally {
  rmSync(work, { recursive: true, force: true });
}
