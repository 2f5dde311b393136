/** What a fault can do to the client's connection. Each answers what the HTTP server is to be given. */
export interface Connection {
  /** Drops the connection without an answer. */
  reset(): Response
  /** Leaves the client waiting until it gives up. */
  hang(): Promise<Response>
  /** Sends the head and half of the body, then drops the connection. */
  truncate(response: Response): Promise<Response>
}

/** A connection for calls that do not come over a socket: it fails the way `fetch` does. */
export const noConnection: Connection = {
  reset() {
    throw new TypeError('fetch failed')
  },
  hang: () => new Promise(() => {}),
  truncate() {
    throw new TypeError('terminated')
  },
}
