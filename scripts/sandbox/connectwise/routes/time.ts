import { answer, objectBody } from '../http/exchange.ts'
import type { Kind } from '../kinds/kind.ts'
import { kindOf } from '../kinds/registry.ts'
import { checkChargeExists, checkWorkRole, fillTimeDefaults, timeEntryKind } from '../kinds/time-entry.ts'
import { missingFields } from '../records/change-record.ts'
import { showRecord } from '../records/show-record.ts'
import { takeBody } from '../records/take-body.ts'
import { invalidObject, notFound, unknownEndpoint } from '../world/refusal.ts'
import type { JsonObject, Row } from '../world/row.ts'
import { rowOf, timeOf } from '../world/world.ts'
import { type Api, addCollection, answerRecord, everyVerb } from './collection.ts'

/** Adds time entries, their defaults call, and the light lists of work types and roles. */
export function addTime(api: Api): void {
  api.post('/time/entries/defaults', async (c) => {
    const exchange = c.get('exchange')
    const { world, caller, request } = exchange
    const time = timeOf(world)
    const stamp = { lastUpdated: time, updatedBy: caller.member, dateEntered: time, enteredBy: caller.member }
    const draft: Row = { id: 0, fields: {}, stamp }
    const { given, errors } = takeBody(world, timeEntryKind, await objectBody(request), draft)
    draft.fields = { ...draft.fields, ...given }
    fillTimeDefaults(draft, { world, caller, verb: 'create', given })
    const missing = missingFields(timeEntryKind, draft)
    const found = [...errors, ...missing, ...checkChargeExists(draft, world), ...checkWorkRole(draft, world)]
    if (found.length > 0) throw invalidObject('timeEntry', found)
    const { id: _, _info: __, ...shown } = showRecord(exchange, timeEntryKind, draft)
    return answer(world, request, 200, shown)
  })
  addCollection(api, { path: '/time/entries', kind: timeEntryKind, verbs: everyVerb })
  const light = (table: string, renamed: (row: Row) => JsonObject): Kind => ({
    ...kindOf(table),
    schema: `${table}Info`,
    derive: renamed,
  })
  const lights: [string, Kind][] = [
    [
      '/time/workTypes',
      light('WorkType', (row) => ({ defaultFlag: row.fields.overallDefaultFlag ?? false })),
    ],
    ['/time/workRoles', light('WorkRole', () => ({}))],
  ]
  for (const [path, kind] of lights) {
    addCollection(api, { path: `${path}/info`, kind, verbs: ['list', 'count'] })
    api.get(`${path}/:id/info`, (c) => {
      const exchange = c.get('exchange')
      const id = c.req.param('id')
      if (!/^\d+$/.test(id)) throw unknownEndpoint()
      const row = rowOf(exchange.world, kind.table, Number(id))
      if (!row) throw notFound(kind.label, id)
      return answerRecord(exchange, kind, row, 200)
    })
  }
}
