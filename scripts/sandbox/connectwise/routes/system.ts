import { answer, type Exchange } from '../http/exchange.ts'
import { filterOfQuery, filterRecords } from '../http/filter.ts'
import { fullName, type Kind } from '../kinds/kind.ts'
import { memberByIdentifier, memberKind } from '../kinds/member.ts'
import { kindOf } from '../kinds/registry.ts'
import { showRecord } from '../records/show-record.ts'
import { notFound, Refusal } from '../world/refusal.ts'
import type { JsonObject, Row } from '../world/row.ts'
import type { World } from '../world/world.ts'
import { type Api, addCollection, answerList, readVerbs } from './collection.ts'
import { addMemberActions } from './members.ts'

/** The light form of a member: full name, and the address that mail goes to. */
const memberInfoKind: Kind = {
  ...memberKind,
  schema: 'MemberInfo',
  derive: (row, world) => ({
    fullName: fullName(row),
    defaultEmail: memberKind.derive?.(row, world).primaryEmail ?? null,
  }),
}

const byIdentifier = (world: World, segment: string) => memberByIdentifier(world, segment)

/** What `/system/info` answers; it needs no sign-in. */
export function systemInfo(world: World): JsonObject {
  return {
    version: `${world.switches.codebase.replace('_', '.')}.104823`,
    isCloud: world.switches.codebase !== 'v4_6_release',
    serverTimeZone: 'Eastern Standard Time',
    licenseBits: [
      { name: 'ServiceDesk', activeFlag: true },
      { name: 'TimeAndExpense', activeFlag: true },
    ],
    cloudRegion: 'NA',
    maxWorkFlowRecordsAllowed: 500,
  }
}

/** Adds members, the signed-in member, hosted screens and the audit trail. */
export function addSystem(api: Api): void {
  api.get('/system/myMembers/info', (c) =>
    answerOwn(c.get('exchange'), { ...memberInfoKind, schema: 'MyMemberInfo' }),
  )
  api.get('/system/myMembers', (c) => answerOwn(c.get('exchange'), { ...memberKind, schema: 'MyMember' }))
  addMemberActions(api)
  addCollection(api, {
    path: '/system/info/members',
    kind: memberInfoKind,
    verbs: readVerbs,
    find: byIdentifier,
  })
  addCollection(api, {
    path: '/system/members',
    kind: memberKind,
    verbs: [...readVerbs, 'create', 'replace', 'patch'],
    find: byIdentifier,
  })
  addCollection(api, {
    path: '/system/connectWiseHostedScreens',
    kind: { ...kindOf('ConnectWiseHostedScreen'), schema: 'ConnectWiseHostedScreen' },
    verbs: readVerbs,
  })
  addAuditTrail(api)
}

function answerOwn(exchange: Exchange, kind: Kind): Response {
  const { world, caller, request } = exchange
  const row: Row | undefined = memberByIdentifier(world, caller.member)
  if (!row) throw notFound('Member', caller.member)
  return answer(world, request, 200, showRecord(exchange, kind, row))
}

function addAuditTrail(api: Api): void {
  // The trail is kept of tickets alone, so a device or a cross reference finds nothing.
  const entries = (exchange: Exchange): JsonObject[] => {
    const query = exchange.url.searchParams
    const type = query.get('type')
    if (!type) throw new Refusal(400, 'InvalidObject', 'The type parameter is required.')
    if (exchange.request.headers.get('pagination-type')?.toLowerCase() === 'forward-only')
      throw new Refusal(400, 'InvalidObject', 'Forward-only pagination is not available on the audit trail.')
    const isOther = query.has('deviceIdentifier') || query.has('xrefRecId')
    const lines = exchange.world.trail
      .filter((line) => line.type === type && (!query.has('id') || line.id === Number(query.get('id'))))
      .map(({ type: auditType, id: _, ...line }) => ({ ...line, auditType, auditSource: 'API' }))
    return filterRecords(isOther ? [] : lines, filterOfQuery(query), 'AuditTrailEntry')
  }
  api.get('/system/audittrail/count', (c) => {
    const exchange = c.get('exchange')
    return answer(exchange.world, exchange.request, 200, { count: entries(exchange).length })
  })
  api.get('/system/audittrail', (c) => answerList(c.get('exchange'), entries(c.get('exchange'))))
}
