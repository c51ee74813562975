import type { CaseRecord, CaseSection } from '../../../papers/case-file/case-file.ts';
import type { HashedLine, ProvenText } from '../../../store/papers/case-record.ts';

/** How anybody checks the record with the tools that every Linux brings. */
export const proofSection: CaseSection = {
  title: '不用本系统如何核验',
  blocks: [
    {
      kind: 'text',
      text: '留痕链的每一条都带有SHA-256校验值，由上一条的校验值和本条的原文相接后算出；改动、删除、插入任何一条，其后各条的校验值都对不上。第一条之前的校验值为64个0。',
    },
    {
      kind: 'text',
      text: '核验方法：在PDF阅读器的“附件”栏中保存各个“.jsonl”文件（每行一条，即计算校验值的原文），在任何装有常用命令的计算机上执行下列命令，逐行所得应与对应的“.sha256”文件相同，也应与“全部经过与校验值”一节所印的相同。',
    },
    {
      kind: 'quote',
      text: 'p=$(printf 0%.0s $(seq 64)); while IFS= read -r l; do p=$(printf %s%s "$p" "$l" | sha256sum | cut -c1-64); echo $p; done < task.jsonl | diff - task.sha256 && echo 一致',
    },
    {
      kind: 'text',
      text: '正文不在链内，链内只有其承诺值：“texts.jsonl”每行为一段正文，把salt和text相接后计算SHA-256，应等于commitment，并与链内所记相同。佐证材料、扫描件直接计算SHA-256，应与“附件目录”和链内所记相同。',
    },
  ],
};

/** What is checked: each chain as it was hashed with its hashes, and the texts with what proves them. */
export function recordsOf(lines: readonly HashedLine[], texts: readonly ProvenText[]): readonly CaseRecord[] {
  const chains = [...Map.groupBy(lines, ({ chain }) => chain)].flatMap(([chain, events]): readonly CaseRecord[] => {
    const name = chain.startsWith('task/') ? 'task' : chain.replace('/', '-');
    return [
      record(
        `${name}.jsonl`,
        `${chain} 各条原文`,
        events.map(({ canonical }) => canonical),
      ),
      record(
        `${name}.sha256`,
        `${chain} 各条校验值`,
        events.map(({ hash }) => hash),
      ),
    ];
  });
  const proven = texts.map(({ contentId, salt, text, commitment }) =>
    JSON.stringify(text === null ? { contentId, commitment, erased: true } : { contentId, salt, text, commitment }),
  );
  return [...chains, record('texts.jsonl', '各段正文及其承诺值', proven)];
}

function record(fileName: string, about: string, lines: readonly string[]): CaseRecord {
  return { fileName, about, bytes: Buffer.from(lines.map((line) => `${line}\n`).join('')) };
}
