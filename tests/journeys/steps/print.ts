/** How many pages a PDF of the browser has. */
export const pagesOfPrint = (pdf: Buffer): number =>
  pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
