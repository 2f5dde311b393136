import type { Context } from '#api/context.ts'
import { type BoardLocks, type BoardStatus, PsaError, type Ticket } from '#api/ports/psa.ts'
import type { PostOptions } from '#shared/contracts/ticket.ts'

const rememberedMs = 300_000

/** What keeps time entries off a ticket: its board, the status that it stands on, or nothing. */
export type TimeLock = PostOptions['locks']['time']

/** What ConnectWise forbids on the ticket as it stands. Throws `ticket_system` where it does not answer. */
export async function readLocks(
  context: Context,
  { board, status }: Pick<Ticket, 'board' | 'status'>,
): Promise<PostOptions['locks']> {
  const [locks, statuses] = await Promise.all([
    readBoardLocks(context, board.id),
    readStatuses(context, board.id),
  ])
  const stands = statuses.find(({ id }) => id === status.id)
  const time = locks.time ? 'board' : stands?.timeEntryAllowed === false ? 'status' : null
  return { time, discussions: locks.discussions }
}

/** The statuses of a board, remembered for minutes. */
export function readStatuses(context: Context, board: number): Promise<BoardStatus[]> {
  return context.cache.statuses.get(`${context.team}|${board}`, rememberedMs, async () =>
    (await context.psaOfTeam.open(context.team)).statuses(board),
  )
}

const unknown: BoardLocks = { time: false, discussions: false }

/** A board that we may not read locks nothing as far as we know: ConnectWise itself then says no. */
function readBoardLocks(context: Context, board: number): Promise<BoardLocks> {
  return context.cache.boardLocks.get(`${context.team}|${board}`, rememberedMs, async () => {
    try {
      return await (await context.psaOfTeam.open(context.team)).boardLocks(board)
    } catch (error) {
      if (error instanceof PsaError && (error.reason === 'invalid' || error.reason === 'forbidden'))
        return unknown
      throw error
    }
  })
}
