/** Where new ids and unguessable bytes come from. */
export interface Ids {
  /** A UUIDv7, so that rows sort by when they were made. */
  uuid(): string
  randomBytes(length: number): Uint8Array
}
