import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';

/** Lets the SDK download its development server into the folder given as argument, tries it, and prints the program's path. */
const [downloadDir = ''] = process.argv.slice(2);
const server = { executable: { type: 'cached-download', downloadDir } };
try {
  const environment = await TestWorkflowEnvironment.createLocal({ server });
  await environment.teardown();
  const [name] = readdirSync(downloadDir).filter((file) => file.startsWith('temporal'));
  process.stdout.write(name === undefined ? '' : join(downloadDir, name));
  process.exit(name === undefined ? 1 : 0);
} catch {
  process.exit(1);
}
