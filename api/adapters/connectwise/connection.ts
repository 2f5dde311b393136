import type { Send } from './send.ts'

/** How one team reaches its ConnectWise. Holds secrets: never log it, never hand it to a client. */
export interface Connection {
  /** The company's short name, as typed at ConnectWise's sign-in. */
  company: string
  publicKey: string
  privateKey: string
  /** The integration's GUID, asked for on every call. */
  clientId: string
  /** Origins, as `readSite` gives them. */
  apiUrl: string
  uiUrl: string
}

export interface Deps {
  send: Send
  /** Epoch milliseconds. */
  now: () => number
  sleep: (milliseconds: number) => Promise<void>
  /** Uniform in [0, 1): spreads the pauses between reads that failed together. */
  random: () => number
  /** http, and hosts on this machine: the sandbox only. */
  allowInsecure: boolean
}
