/** What the studio takes from the place it runs in: a page of the API, or a page of the extension. */
export interface StudioHost {
  /** Where the API is, without a path. */
  readonly api: string
  /** The API may offer the demo's members. */
  readonly demo: boolean
  /** Why the API does not let this page go on, in its words; null where it does. */
  readonly refused: string | null
  fetch(url: string, init?: RequestInit): Promise<Response>
}

/** The studio as a page that the API itself serves. */
export function webHost(self: Window): StudioHost {
  const setting = (name: string) =>
    self.document.querySelector(`meta[name="rf-${name}"]`)?.getAttribute('content') ?? null
  return {
    api: self.location.origin,
    demo: setting('demo') === 'true',
    refused: setting('refused'),
    fetch: (url, init) =>
      self.fetch(url, { ...init, credentials: 'omit', cache: 'no-store', redirect: 'error' }),
  }
}
