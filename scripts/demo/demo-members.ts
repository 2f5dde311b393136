import { connectWisePsa } from '#api/adapters/connectwise/connect-psa.ts'
import { createSend } from '#api/adapters/connectwise/send.ts'
import type { Deps } from '#api/context.ts'
import type { TeamConnection } from '#api/features/connection/credentials.ts'
import type { PsaMember } from '#api/ports/psa.ts'

/** Who works in the demo, the administrator first: members of our sandbox; another stand-in may know fewer of them. */
const identifiers = ['apetrov', 'mrivera', 'tokafor', 'jlindqvist']

/** The demo's members as ConnectWise knows them. Throws where the stand-in does not answer or knows none. */
export async function demoMembers(
  deps: Pick<Deps, 'clock'>,
  connection: TeamConnection,
): Promise<PsaMember[]> {
  const { send, close } = createSend({ allowInsecure: true })
  const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
  const psa = connectWisePsa(connection, {
    send,
    now: deps.clock.now,
    sleep,
    random: Math.random,
    allowInsecure: true,
  })
  try {
    const found = await Promise.all(identifiers.map((identifier) => psa.findMember({ identifier })))
    const members = found.filter((each) => each !== null)
    if (members.length > 0) return members
    throw new Error(
      `The ConnectWise stand-in at ${connection.uiUrl} knows none of: ${identifiers.join(', ')}.`,
    )
  } finally {
    close()
  }
}
