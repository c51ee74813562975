import JSZip from 'jszip';

/** The parts of an office file whose name matches, as text, by name. */
export async function partsOf(bytes: Uint8Array, name: RegExp): Promise<ReadonlyMap<string, string>> {
  const zip = await JSZip.loadAsync(bytes);
  const files = Object.values(zip.files).filter((file) => name.test(file.name));
  return new Map(await Promise.all(files.map(async (file) => [file.name, await file.async('string')] as const)));
}

/** One part as text; fails where the file lacks it. */
export async function partOf(bytes: Uint8Array, name: string): Promise<string> {
  const found = (await partsOf(bytes, new RegExp(`^${name}$`))).get(name);
  if (found === undefined) throw new Error(`there is no part ${name}`);
  return found;
}

/** The running text of a part, paragraphs on lines of their own. */
export function runningText(xml: string): string {
  return xml
    .replaceAll(/<\/w:p>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
}
