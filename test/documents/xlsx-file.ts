import exceljs from 'exceljs';

/** A workbook as a spreadsheet program saves it; `fill` puts in what the test is about. */
export async function xlsxFile(fill: (workbook: exceljs.Workbook) => void): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  fill(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
