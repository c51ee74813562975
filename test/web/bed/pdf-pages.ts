import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Size in points and words of every page of a pdf. */
export async function pdfPages(
  bytes: Uint8Array,
): Promise<readonly { readonly width: number; readonly height: number; readonly text: string }[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: true, verbosity: 0 }).promise;
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
  return Promise.all(
    numbers.map(async (number) => {
      const page = await pdf.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      return { width, height, text: wordsOf(items) };
    }),
  );
}

// A pdf may name a character by the radical that looks the same; and a line's end is no blank in Chinese.
function wordsOf(items: readonly object[]): string {
  return items
    .map((item) => ('str' in item ? String(item.str) : ''))
    .join('')
    .normalize('NFKC');
}
