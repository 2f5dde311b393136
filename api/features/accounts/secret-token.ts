import { createHash, createHmac } from 'node:crypto'
import type { Ids } from '#api/ports/ids.ts'

/** 256 random bits for whoever is to bring them back: a code, a refresh token or a link. */
export const newSecret = (ids: Ids): string => Buffer.from(ids.randomBytes(32)).toString('base64url')

/** What is kept of a secret. It is random already, so one round is enough. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/**
 * The refresh token that follows one: whoever replays a token within its grace is so given the same again, although
 * nothing but hashes is kept. Without the installation's key nobody can say what follows.
 */
export const successorOf = (token: string, key: Uint8Array): string =>
  createHmac('sha256', key).update(token).digest('base64url')
