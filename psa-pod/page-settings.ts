/** A setting that the API wrote into the served page, or an empty text. */
export function pageSetting(page: Document, name: string): string {
  return page.querySelector(`meta[name="rf-${name}"]`)?.getAttribute('content') ?? ''
}
