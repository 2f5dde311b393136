/** What the studio takes from the place it runs in: a page of the API, or a page of the extension. */
export interface StudioHost {
  /** Where the API is, without a path. */
  readonly api: string
  /** The API may offer the demo's members. */
  readonly demo: boolean
  fetch(url: string, init?: RequestInit): Promise<Response>
}

/** The studio as a page that the API itself serves. */
export function webHost(self: Window): StudioHost {
  const setting = self.document.querySelector('meta[name="rf-demo"]')?.getAttribute('content')
  return {
    api: self.location.origin,
    demo: setting === 'true',
    fetch: (url, init) =>
      self.fetch(url, { ...init, credentials: 'omit', cache: 'no-store', redirect: 'error' }),
  }
}
