import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { SetupFailure, outputOf, say, succeeds } from './run.mjs';

/** What the tests of papers and of the web interface need of the machine, and the Debian package that brings it. */
const needed = [
  {
    what: 'LibreOffice 文字处理（soffice）',
    isThere: () => hasProgram('soffice') && hasOfficePart('libswlo.so'),
    packages: ['libreoffice-writer'],
  },
  {
    what: 'LibreOffice 表格（soffice）',
    isThere: () => hasProgram('soffice') && hasOfficePart('libsclo.so'),
    packages: ['libreoffice-calc'],
  },
  {
    what: 'pdftotext、pdftoppm（poppler）',
    isThere: () => hasProgram('pdftotext') && hasProgram('pdftoppm'),
    packages: ['poppler-utils'],
  },
  {
    what: '浏览器 Chromium',
    isThere: hasChromium,
    packages: ['chromium'],
  },
  { what: '中文字体', isThere: hasChineseFont, packages: ['fonts-noto-cjk', 'fontconfig'] },
];

/** Brings the programs that the tests need, where this may install them; otherwise says what is to be installed by hand. */
export function ensureSystemPrograms() {
  const missing = needed.filter(({ isThere }) => !isThere());
  if (missing.length === 0) return;
  const packages = missing.flatMap((each) => each.packages);
  say(`测试所需的程序缺少：${missing.map(({ what }) => what).join('、')}`);
  const apt = aptGet();
  if (apt !== null) {
    say(`正在安装 ${packages.join(' ')}（首次约数分钟）……`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const run = (...args) => succeeds(apt[0], [...apt.slice(1), ...args], { env });
    // Lists of packages may be older than what the mirror still serves.
    run('update', '-qq');
    run('install', '-y', '-qq', '--no-install-recommends', ...packages);
  }
  const still = missing.filter(({ isThere }) => !isThere());
  if (still.length > 0) throw new SetupFailure(instructions(still));
}

function instructions(missing) {
  const packages = missing.flatMap((each) => each.packages).join(' ');
  return `缺少测试所需的程序，且无法在本机自动安装：${missing.map(({ what }) => what).join('、')}。
请由管理员安装后重新执行：
  Debian、Ubuntu：apt-get install ${packages}
  其他系统：安装 LibreOffice（含 Writer、Calc）、poppler（pdftotext、pdftoppm）、Chromium 和任一中文字体，并放入 PATH（Chromium 也可以用 CHROMIUM_PATH 指明）。
运行督办（npm start）不需要这些程序。`;
}

/** The call of apt-get that may install here, or null. */
function aptGet() {
  if (!hasProgram('apt-get')) return null;
  if (process.getuid?.() === 0) return ['apt-get'];
  return hasProgram('sudo') && outputOf('sudo', ['-n', 'true']) !== null ? ['sudo', '-n', 'apt-get'] : null;
}

function hasProgram(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.some((folder) => existsSync(join(folder, name)));
}

// The same places in which scripts/chromium-path.ts looks for it.
function hasChromium() {
  const { CHROMIUM_PATH: given } = process.env;
  if (given !== undefined && given !== '') return existsSync(given);
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].some(hasProgram);
}

// Debian installs the parts of LibreOffice apart; elsewhere it comes as a whole.
function hasOfficePart(library) {
  const debian = '/usr/lib/libreoffice/program';
  return !existsSync(debian) || existsSync(join(debian, library));
}

function hasChineseFont() {
  const fonts = outputOf('fc-list', [':lang=zh', 'family']);
  return fonts !== null && fonts !== '';
}
