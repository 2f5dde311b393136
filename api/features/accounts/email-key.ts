import { createHash } from 'node:crypto'

/** An e-mail address in the one spelling that is stored and compared. */
export const normaliseEmail = (typed: string): string => typed.trim().normalize('NFC').toLowerCase()

/** What the directory finds an account by: no address can be read there. `email` is in its one spelling. */
export const emailKey = (email: string): string =>
  createHash('sha256').update(`e-mail|${email}`).digest('base64url')
