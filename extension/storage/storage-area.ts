/** What we use of one of the browser's storage areas. Values are copied in and out. */
export interface StorageArea {
  get(key: string): Promise<Record<string, unknown>>
  set(values: Record<string, unknown>): Promise<void>
  remove(keys: string | string[]): Promise<void>
}

/** Its two areas that we use, and the sign of a change in either. */
export interface BrowserStorage {
  /** In memory, for pages of ours and the worker; ends with the browser. */
  session: StorageArea
  /** On disk. */
  local: StorageArea
  onChanged: {
    addListener(listener: (changes: Record<string, { newValue?: unknown }>, area: string) => void): void
  }
}
