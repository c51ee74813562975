import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { inheritedEnv } from '../config/inherited-env.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The Chromium of this machine: `CHROMIUM_PATH`, or the first that is found on the PATH. Without one the call fails and says what to install. */
export function chromiumPath(): string {
  const { CHROMIUM_PATH: given, PATH: path = '' } = inheritedEnv();
  if (given !== undefined && given !== '') return given;
  const places = path.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const found = places.find(isProgram);
  if (found !== undefined) return found;
  throw new Error(
    '没有找到 Chromium，浏览器无法启动。请安装（Debian：apt-get install chromium fonts-noto-cjk），或用 CHROMIUM_PATH 指明其位置。',
  );
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
