import { refId, text } from '../world/row.ts'
import { rowOf } from '../world/world.ts'
import type { Kind } from './kind.ts'

/** Agreements: read to show and to default time entries. */
export const agreementKinds: Kind[] = [
  {
    schema: 'Agreement',
    table: 'Agreement',
    label: 'Agreement',
    resource: 'agreement',
    path: (row) => `/finance/agreements/${row.id}`,
    short: (row, world) => ({ type: text(rowOf(world, 'AgreementType', refId(row.fields.type)), 'name') }),
  },
]
