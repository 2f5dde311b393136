import type { Change, DeliveryJob } from './delivery.ts'

/** A delivery taken by one worker until its lease ends. */
export interface DeliveryClaim {
  team: string
  delivery: string
  /** Rises with every claim; a write under an older one is refused. */
  fence: number
}

/** Where deliveries are kept between their steps. */
export interface DeliveryStore {
  /** Takes up to `most` due deliveries until `leaseUntil`; never one that another worker holds. */
  claim(now: number, leaseUntil: number, most: number): Promise<DeliveryClaim[]>
  /** The claimed delivery with its post; null where the claim was lost to another. */
  load(claim: DeliveryClaim): Promise<DeliveryJob | null>
  /**
   * Applies a change and the due time in it, ends the lease where `dueAt` is in the change, and makes the status due
   * once the text is posted. False, with nothing changed, where the claim was lost to another.
   */
  record(claim: DeliveryClaim, change: Change, now: number): Promise<boolean>
  /** When the next delivery is due, or null. */
  nextDue(): Promise<number | null>
}
