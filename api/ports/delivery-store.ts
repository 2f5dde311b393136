import type { Change, DeliveryJob, DeliveryState } from './delivery.ts'

/** A delivery taken by one worker until its lease ends. */
export interface DeliveryClaim {
  team: string
  delivery: string
  /** Rises with every claim; a write under an older one is refused. */
  fence: number
}

/** Where deliveries are kept between their steps. */
export interface DeliveryStore {
  /**
   * Takes up to `most` due deliveries until `leaseUntil`, longest due first; never one that another worker holds, nor
   * one of the teams `apart`.
   */
  claim(now: number, leaseUntil: number, most: number, apart?: readonly string[]): Promise<DeliveryClaim[]>
  /** The claimed delivery with its post; null where the claim was lost to another. */
  load(claim: DeliveryClaim): Promise<DeliveryJob | null>
  /**
   * Applies a change that was decided on while the delivery stood in `from`, and the due time in it; ends the lease
   * where `dueAt` is in the change, and makes the status due once the text is posted. False, with nothing changed,
   * where the claim was lost to another or the delivery stands elsewhere by now: a member took it back.
   */
  record(claim: DeliveryClaim, from: DeliveryState, change: Change, now: number): Promise<boolean>
  /** When the next delivery of any team not `apart` is due and free, or null. */
  nextDue(apart?: readonly string[]): Promise<number | null>
}
