/** What every answer that is a page of a list has. */
export interface Page {
  readonly total: number;
  readonly rows: readonly unknown[];
}

const mostTries = 3;

/** The first page with the rows of all. Where rows came or went between two pages, all are read again: none is missing or there twice. */
export async function everyPage<A>(readPage: (page: number) => Promise<A>, tries = mostTries): Promise<A & Page> {
  const first = pageIn(await readPage(1));
  const rows = [...first.rows];
  for (let page = 2; rows.length < first.total; page += 1) {
    const next = pageIn(await readPage(page));
    const hasMoved = next.total !== first.total || next.rows.length === 0;
    if (hasMoved && tries > 1) return everyPage(readPage, tries - 1);
    if (next.rows.length === 0) break;
    rows.push(...next.rows);
  }
  return { ...first, rows };
}

// The compiler cannot see through the name of a route that its answer is a page.
function pageIn<A>(answer: A): A & Page {
  if (!isPage(answer)) throw new Error('the route does not answer a list');
  return answer;
}

function isPage<A>(answer: A): answer is A & Page {
  return typeof answer === 'object' && answer !== null && 'rows' in answer && Array.isArray(answer.rows);
}
