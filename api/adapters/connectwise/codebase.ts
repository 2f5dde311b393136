import { PsaError } from '../../ports/psa.ts'
import { companyInfoSchema } from './api-types.ts'
import { jsonOf } from './error-body.ts'
import { readError } from './read-error.ts'
import type { HttpAnswer } from './send.ts'

/** The part of the API's path that changes with every upgrade, e.g. "v2025_1/". */
export interface Codebase {
  /** The one known, or read now. */
  current(): Promise<string>
  /** Reads again after `stale` proved unknown; callers that find it stale together share one reading. */
  renew(stale: string): Promise<string>
}

/**
 * Keeps the codebase that `companyinfo` names. `read` asks that address without credentials.
 * Both methods throw `PsaError` where it cannot be told; nothing is kept of a failure.
 */
export function createCodebase(
  company: string,
  read: () => Promise<HttpAnswer>,
  now: () => number,
): Codebase {
  let known: string | null = null
  let reading: Promise<string> | null = null

  function readNow(): Promise<string> {
    reading ??= read()
      .then((answer) => {
        if (answer.status === 404)
          throw new PsaError(
            'unavailable',
            'What answers there is not ConnectWise. Check the region or host.',
          )
        if (answer.status !== 200) throw readError(answer, now())
        known = codebaseOf(answer, company)
        return known
      })
      .finally(() => {
        reading = null
      })
    return reading
  }

  return {
    current: () => (known === null ? readNow() : Promise.resolve(known)),
    renew: (stale) => (known !== null && known !== stale ? Promise.resolve(known) : readNow()),
  }
}

/** companyinfo's body → the codebase with its closing slash. An unknown company is answered `null`. */
function codebaseOf(answer: HttpAnswer, company: string): string {
  const json = jsonOf(answer)
  if (json === null)
    throw new PsaError(
      'not_signed_in',
      `ConnectWise does not know the company “${company}”. Check its short name.`,
    )
  const parsed = companyInfoSchema.safeParse(json)
  const codebase = parsed.success ? parsed.data.Codebase.replace(/^\/|\/$/g, '') : ''
  if (!/^[A-Za-z0-9_.-]+$/.test(codebase) || /^\.+$/.test(codebase))
    throw new PsaError('unavailable', 'ConnectWise did not say where its API is. Check the host.')
  return `${codebase}/`
}
