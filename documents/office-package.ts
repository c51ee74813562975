import { documentRefusal } from './document-refusal.ts';
import { elementsWithin, parseMarkup } from './markup.ts';
import { partText, type ZipParts } from './zip-parts.ts';

/** Refuses an office document that brings a program with it or fetches something from elsewhere; plain links are only text. */
export async function assertHarmless(parts: ZipParts): Promise<void> {
  const contentTypes = await partText(parts, '[Content_Types].xml');
  const hasProgram = parts.names.some((name) => /(?:^|\/)(?:vbaProject\.bin|macrosheets\/.*)$/i.test(name));
  if (hasProgram || /macroEnabled/i.test(contentTypes))
    throw documentRefusal('document-macros', '含有宏，为保证安全不予读取；请另存为不含宏的 .docx 或 .xlsx 后再导入。');
  for (const name of parts.names.filter((part) => part.endsWith('.rels'))) {
    const outside = externalReference(await partText(parts, name));
    if (outside !== null)
      throw documentRefusal(
        'document-external',
        `引用了外部内容（${outside}），为保证安全不予读取；请用办公软件断开链接、把内容粘贴到文件中后另存再导入。`,
      );
  }
}

function externalReference(relationships: string): string | null {
  for (const { attributes } of elementsWithin(parseMarkup(relationships, 'xml'), 'Relationship')) {
    const type = attributes['Type']?.split('/').at(-1) ?? '';
    const isOutside = attributes['TargetMode'] === 'External' && type !== 'hyperlink';
    // A chunk is a document of another kind inside this one, which only an office program can unfold.
    if (isOutside || type === 'aFChunk' || type === 'externalLink') return namesOfTypes[type] ?? type;
  }
  return null;
}

const namesOfTypes: Readonly<Record<string, string>> = {
  aFChunk: '嵌入的其他文档',
  attachedTemplate: '外部模板',
  externalLink: '其他工作簿',
  externalLinkPath: '其他工作簿',
  image: '外部图片',
  oleObject: '链接对象',
  subDocument: '子文档',
};
