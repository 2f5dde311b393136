import { connectWisePsa } from '#api/adapters/connectwise/connect-psa.ts'
import { createSend } from '#api/adapters/connectwise/send.ts'
import { systemClock } from '#api/adapters/system/system-clock.ts'
import { systemIds } from '#api/adapters/system/system-ids.ts'
import { openServer } from '#api/db/open-server.ts'
import { requireSafeLogin } from '#api/db/require-safe-login.ts'
import { readEnvironment } from '#api/environment.ts'
import { createSecretBox } from '#api/secrets/secret-box.ts'
import { ask, type Change, readChange } from './ask.ts'
import { changeSetting } from './change-setting.ts'
import { connectWith } from './connect-with.ts'

/** Connects a team to its ConnectWise. */
async function connect(): Promise<boolean> {
  const args = process.argv.slice(2)
  const change = readChange(args)
  const { databaseUrl, publicUrl, secretKeys } = readEnvironment()
  await requireSafeLogin(databaseUrl)
  if (change !== null) return changeAlone(databaseUrl, change)
  const answers = await ask(args)
  const { send, close } = createSend({ allowInsecure: false })
  const db = openServer(databaseUrl, 1)
  const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
  try {
    const psa = connectWisePsa(answers.connection, {
      send,
      now: systemClock.now,
      sleep,
      random: Math.random,
      allowInsecure: false,
    })
    const secrets = createSecretBox(secretKeys)
    const print = (line: string) => console.log(line)
    return await connectWith(
      { db, secrets, clock: systemClock, ids: systemIds, publicUrl, psa, print },
      answers,
    )
  } finally {
    close()
    await db.close()
  }
}

async function changeAlone(databaseUrl: string, change: Change): Promise<boolean> {
  const db = openServer(databaseUrl, 1)
  try {
    await changeSetting({ db, clock: systemClock, ids: systemIds }, change, (line) => console.log(line))
    return true
  } finally {
    await db.close()
  }
}

connect().then(
  (isDone) => process.exit(isDone ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
