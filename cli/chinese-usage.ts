import type { Command, Option } from 'commander';

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

// What commander says of a wrong call, by the whole line; what it says of the value itself is ours already.
const faults: readonly (readonly [pattern: RegExp, text: string])[] = [
  [/^missing required argument '(.+)'$/, '缺少参数 <$1>'],
  [/^option '(.+)' argument missing$/, '选项 $1 缺少取值'],
  [/^required option '(.+)' not specified$/, '必须给出选项 $1'],
  [/^unknown option '(.+)'$/, '没有选项 $1'],
  [/^unknown command '(.+)'$/, '没有命令 $1'],
  [
    /^too many arguments(?: for '.*')?\. Expected (\d+) arguments? but got (\d+): (.+)\.$/,
    '参数过多：需要 $1 个，给出了 $2 个（$3）',
  ],
  [/^option '(.+?)' argument '(.*)' is invalid\. Allowed choices are (.+)\.$/, '选项 $1 不能取“$2”，可取：$3'],
  [/^option '(.+?)' argument '(.*)' is invalid\. (.+)$/, '选项 $1 的取值“$2”有误：$3'],
  [/^\(Did you mean (?:one of )?(.+)\?\)$/, '（是否要写 $1？）'],
];

/** Makes commander's own texts Chinese: titles and remarks of the help, and what is wrong with a call. */
export function speakChinese(program: Command): Command {
  return program
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [command]', '显示一个命令的帮助')
    .showHelpAfterError('（duban --help 查看全部命令，duban help 命令 查看其用法）')
    .configureHelp({ styleTitle: (title) => titles[title] ?? title, optionDescription })
    .configureOutput({ outputError: (text, write) => write(chineseFault(text)) });
}

function chineseFault(text: string): string {
  const lines = text.replace(/^error: /, '').split('\n');
  const told = lines.map((line) => {
    const [pattern, fault] = faults.find(([known]) => known.test(line)) ?? [];
    return pattern === undefined || fault === undefined ? line : line.replace(pattern, fault);
  });
  return `${text.startsWith('error: ') ? '用法有误：' : ''}${told.join('\n')}`;
}

function optionDescription({ description, argChoices, defaultValue }: Option): string {
  const isSaid = typeof defaultValue === 'string' || typeof defaultValue === 'number';
  const remarks = [
    ...(argChoices === undefined ? [] : [`可取 ${argChoices.join('、')}`]),
    ...(isSaid ? [`默认 ${defaultValue}`] : []),
  ];
  return remarks.length === 0 ? description : `${description}（${remarks.join('；')}）`;
}
