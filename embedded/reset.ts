import { readEnv } from '../config/env.ts';
import { resetState } from './reset-state.ts';

/** The entry point of `npm run reset`. */
const { DUBAN_HOME: home } = readEnv();

try {
  const outcome = await resetState(home);
  console.log(outcome === 'emptied' ? `已清空 ${home}，下次启动将重新开始。` : `${home} 中没有内容，无需清空。`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
