import { lookup as dnsLookup, type LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isLoopback, isPublicAddress } from './public-address.ts'

export type Resolve = (hostname: string, done: (error: Error | null, found: LookupAddress[]) => void) => void

/** Every address of a name as the system knows it. */
export const systemResolve: Resolve = (hostname, done) => {
  dnsLookup(hostname, { all: true }, (error, found) => done(error, error ? [] : found))
}

/**
 * The lookup that a socket itself asks while dialling, so that the address judged is the address dialled. One
 * address inside refuses the whole answer. The failure says the same as for a name that does not exist.
 */
export function guardedLookup(options: { resolve: Resolve; allowLoopback: boolean }): LookupFunction {
  return (hostname, asked, callback) => {
    options.resolve(hostname, (error, found) => {
      const first = found[0]
      const allowed = found.every(({ address }) => mayDial(address, options.allowLoopback))
      if (error || first === undefined || !allowed) {
        callback(Object.assign(new Error('host not found'), { code: 'ENOTFOUND' }), '', 0)
        return
      }
      if (asked.all === true) callback(null, found)
      else callback(null, first.address, first.family)
    })
  }
}

/** A socket never looks up a host that is a number already: such a host is judged by this. */
export function mayDial(address: string, allowLoopback: boolean): boolean {
  return isPublicAddress(address) || (allowLoopback && isLoopback(address))
}
