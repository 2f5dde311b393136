const minute = 60_000
const day = 24 * 60 * minute

/** A code is fetched at once by the browser that was given it. */
export const codeMs = minute

/** A sign-in of an extension ends after so long without a refresh, and in any case after the longest time. */
export const idleMs = 7 * day
export const longestMs = 30 * day

/** So long after its use a refresh token brings the same successor again, for a client that died before it kept that. */
export const graceMs = 30_000

/** A link to set a password. */
export const linkMs = day
