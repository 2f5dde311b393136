import { type Row, refId, text } from '../world/row.ts'
import { rowsOf } from '../world/world.ts'
import type { Kind } from './kind.ts'

const boardOf = (row: Row) => refId(row.fields.board) ?? 0
const onSameBoard = (row: Row, draft: Row) => boardOf(row) === refId(draft.fields.board)

/** A kind whose rows belong to one board and live under it. */
function partOfBoard(schema: string, label: string, resource: string, segment: string): Kind {
  return {
    schema,
    table: schema,
    label,
    resource,
    path: (row) => `/service/boards/${boardOf(row)}/${segment}/${row.id}`,
    belongs: onSameBoard,
  }
}

const status: Kind = {
  ...partOfBoard('BoardStatus', 'Service Status', 'boardStatus', 'statuses'),
  short: (row) => ({ sort: row.fields.sortOrder ?? null }),
  prepare(draft, { world }) {
    const twin = rowsOf(
      world,
      'BoardStatus',
      (row) =>
        row.id !== draft.id &&
        onSameBoard(row, draft) &&
        text(row, 'name').toLowerCase() === text(draft, 'name').toLowerCase(),
    )
    return twin.length === 0
      ? []
      : [
          {
            code: 'ObjectExists',
            message: 'The name is already used on this board.',
            resource: 'boardStatus',
            field: 'name',
          },
        ]
  },
}

/** Service boards, what belongs to one board, and the desk's small tables. */
export const boardKinds: Kind[] = [
  {
    schema: 'Board',
    table: 'Board',
    label: 'Service Board',
    resource: 'board',
    path: (row) => `/service/boards/${row.id}`,
  },
  status,
  partOfBoard('BoardType', 'Service Type', 'boardType', 'types'),
  partOfBoard('BoardSubType', 'Service Subtype', 'boardSubType', 'subtypes'),
  partOfBoard('BoardItem', 'Service Item', 'boardItem', 'items'),
  partOfBoard('BoardTeam', 'Service Team', 'boardTeam', 'teams'),
  {
    schema: 'Priority',
    table: 'Priority',
    label: 'Priority',
    resource: 'priority',
    path: (row) => `/service/priorities/${row.id}`,
    short: (row) => ({ sort: row.fields.sortOrder ?? null }),
  },
  {
    schema: 'Source',
    table: 'Source',
    label: 'Source',
    resource: 'source',
    path: (row) => `/service/sources/${row.id}`,
  },
  {
    schema: 'Code',
    table: 'Code',
    label: 'Service Code',
    resource: 'code',
    path: (row) => `/service/codes/${row.id}`,
  },
]
