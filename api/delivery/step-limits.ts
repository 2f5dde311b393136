const second = 1_000

/** How long one step may take before another worker may take the delivery over: longer than all below together. */
export const leaseMs = 90 * second

/** Reading the ticket before a send. */
export const guardLimitMs = 40 * second

/** From the committed intent to the beginning of the write. */
export const beginLimitMs = 10 * second

/** From its beginning to the last byte that a write can put on the wire: the adapter gives up after 20 seconds. */
const writeLimitMs = 20 * second

/** From the committed intent to the moment after which no byte of the write can be on its way any more. */
export const sendLimitMs = beginLimitMs + writeLimitMs

/** Reading the ticket and the copy in it before the copy is removed: with that, it stays within the lease. */
export const removalReadLimitMs = 50 * second

/** Searching the ticket, all its pages. */
export const searchLimitMs = 75 * second
