import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { composeApi } from '#api/compose.ts'
import { openServer } from '#api/db/open-server.ts'
import { listen } from '#api/listen.ts'
import { freePort } from '#scripts/serve/free-port.ts'
import { makeBenchTeam } from '../bench-team.ts'

/** The API as production composes it, in a process of its own; tells its parent where it listens and who may call. */

const [, , url = ''] = process.argv
const db = openServer(url)
const composed = await composeApi({
  db,
  secretKeys: [{ id: 'bench', key: randomBytes(32) }],
  publicUrl: 'http://127.0.0.1',
  log: pino(),
  pages: { pod: 'dist/pod', studio: 'dist/studio' },
  allowSandbox: false,
})
const team = await makeBenchTeam(composed.deps)
const port = await freePort()
const server = await listen(composed.api, port, '127.0.0.1')
process.once('disconnect', async () => {
  await server.close()
  await composed.close()
  await db.close()
})
process.send?.({ port, team })
