/** Rows page by page in the order of their key, so that memory stays the same however long the table is. */
export async function* inPages<Row>(readAfter: (last: Row | undefined) => Promise<Row[]>): AsyncGenerator<Row[]> {
  let page = await readAfter(undefined)
  while (page.length > 0) {
    yield page
    page = await readAfter(page.at(-1))
  }
}
