import JSZip from 'jszip';

/** Rewrites one part of the package; a part that is not there is left out. */
export type PartEdits = Readonly<Record<string, (xml: string) => string>>;

// The zip format knows no earlier year; whoever looks for the day of a paper finds it in its text.
const noTime = '1980-01-01T00:00:00Z';

/**
 * The same office file without a trace of when it was made, so that the same data gives the same bytes: the document libraries write
 * the clock into the core properties and into every entry.
 */
export async function fixedPackage(bytes: Uint8Array, edits: PartEdits = {}): Promise<Uint8Array> {
  const made = await JSZip.loadAsync(bytes);
  const fixed = new JSZip();
  const parts = Object.values(made.files).filter(({ dir }) => !dir);
  for (const part of inOrder(parts)) {
    const edit = part.name === 'docProps/core.xml' ? withoutTime : edits[part.name];
    const content = edit === undefined ? await part.async('uint8array') : edit(await part.async('string'));
    fixed.file(part.name, content, { date: new Date(noTime), createFolders: false });
  }
  return fixed.generateAsync({ type: 'uint8array', compression: 'DEFLATE', platform: 'UNIX' });
}

// Readers that look only at the beginning of a file expect the list of contents first.
function inOrder<P extends { readonly name: string }>(parts: readonly P[]): readonly P[] {
  const first = (name: string) => (name === '[Content_Types].xml' ? 0 : 1);
  return parts.toSorted((a, b) => first(a.name) - first(b.name) || (a.name < b.name ? -1 : 1));
}

function withoutTime(xml: string): string {
  return xml.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*(?=<)/g, `$1${noTime}`);
}
