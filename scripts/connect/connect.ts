import { connectWisePsa } from '#api/adapters/connectwise/connect-psa.ts'
import { createSend } from '#api/adapters/connectwise/send.ts'
import { systemClock } from '#api/adapters/system/system-clock.ts'
import { systemIds } from '#api/adapters/system/system-ids.ts'
import { openServer } from '#api/db/open-server.ts'
import { requireSafeLogin } from '#api/db/require-safe-login.ts'
import { readEnvironment } from '#api/environment.ts'
import { connectNewTeam, reconnectTeam } from '#api/features/connection/connect-team.ts'
import { createSecretBox } from '#api/secrets/secret-box.ts'
import { type Answers, ask } from './ask.ts'
import { podSteps } from './pod-steps.ts'
import { reportRights } from './report-rights.ts'

/** Connects a team to its ConnectWise: tries the keys, says which rights are missing, stores all sealed. */
async function connect(): Promise<boolean> {
  const { databaseUrl, publicUrl, secretKeys } = readEnvironment(process.env)
  await requireSafeLogin(databaseUrl)
  const answers = await ask(process.argv.slice(2))
  const { send, close } = createSend({ allowInsecure: false })
  const db = openServer(databaseUrl, 1)
  try {
    const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
    const { connection } = answers
    const psa = connectWisePsa(connection, { send, now: systemClock.now, sleep, allowInsecure: false })
    const isAllowed = reportRights(await psa.checkRights())
    if (!isAllowed) {
      console.log(
        '\nNothing was stored. Give the API member’s security role what is missing, then run this again.',
      )
      return false
    }
    const deps = { db, secrets: createSecretBox(secretKeys), clock: systemClock, ids: systemIds }
    if (answers.team !== null) {
      await reconnectTeam(deps, { id: answers.team, connection })
      console.log('\nThe new keys are stored, sealed. The pod’s address stays as it was.')
      return true
    }
    return await create(deps, answers, psa, publicUrl)
  } finally {
    close()
    await db.close()
  }
}

async function create(
  deps: Parameters<typeof connectNewTeam>[0],
  answers: Answers,
  psa: ReturnType<typeof connectWisePsa>,
  publicUrl: string,
): Promise<boolean> {
  const admin = await psa.findMember({ identifier: answers.admin })
  if (admin === null || admin.inactive)
    throw new Error(
      `ConnectWise has no active member "${answers.admin}". Name the one who is to administer the team.`,
    )
  const id = deps.ids.uuid()
  const { handle } = await connectNewTeam(deps, {
    id,
    name: answers.name,
    timeZone: answers.timeZone,
    connection: answers.connection,
    admin,
  })
  console.log(`\n${answers.name} is connected. Its id, for later key changes: ${id}`)
  console.log(`${admin.name} is its first administrator.\n`)
  console.log(podSteps(publicUrl, handle, answers.connection.uiUrl))
  return true
}

connect().then(
  (isDone) => process.exit(isDone ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
