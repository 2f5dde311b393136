import type { BoardLocks, BoardStatus, Psa } from '../../ports/psa.ts'
import { boardSchema, boardStatusSchema } from './api-types.ts'
import type { Client } from './client.ts'
import { numbered } from './conditions.ts'
import { toBoardStatuses } from './map-board.ts'
import { readEvery } from './paging.ts'

export interface Boards extends Pick<Psa, 'boardLocks' | 'statuses'> {
  /** Status id → whether it closes a ticket, inactive ones too; up to five minutes old. */
  closedStatuses(board: number): Promise<Map<number, boolean>>
}

const freshForMs = 5 * 60_000

/** What a board forbids, and its statuses. `now` is epoch milliseconds. */
export function createBoards(client: Client, now: () => number): Boards {
  const kept = new Map<number, { until: number; closed: Promise<Map<number, boolean>> }>()

  function read(board: number) {
    return readEvery(client, boardStatusSchema, `/service/boards/${numbered(board)}/statuses`, {
      forwardOnly: true,
    })
  }

  async function boardLocks(board: number): Promise<BoardLocks> {
    const found = await client.readAs(boardSchema, `/service/boards/${numbered(board)}`)
    return { time: found.timeEntryLockedFlag, discussions: found.discussionsLockedFlag }
  }

  async function statuses(board: number): Promise<BoardStatus[]> {
    return toBoardStatuses(await read(board))
  }

  function closedStatuses(board: number): Promise<Map<number, boolean>> {
    const known = kept.get(board)
    if (known !== undefined && known.until > now()) return known.closed
    const closed = read(board).then((rows) => new Map(rows.map((row) => [row.id, row.closedStatus])))
    kept.set(board, { until: now() + freshForMs, closed })
    closed.catch(() => kept.delete(board))
    return closed
  }

  return { boardLocks, statuses, closedStatuses }
}
