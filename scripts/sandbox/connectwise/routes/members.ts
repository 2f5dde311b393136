import { answer, jsonBody, objectBody } from '../http/exchange.ts'
import { memberByIdentifier } from '../kinds/member.ts'
import { logWrite } from '../records/change-record.ts'
import { takeAction } from '../records/take-action.ts'
import { cwTime } from '../world/clock.ts'
import { pick } from '../world/random.ts'
import { invalidObject, notAllowed, notFound, Refusal, unknownEndpoint } from '../world/refusal.ts'
import { flag, isJsonObject } from '../world/row.ts'
import { nowOf, rowOf, timeOf } from '../world/world.ts'
import type { Api } from './collection.ts'

const tokenHours = 4
const keyLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789'

/** Adds what can be done to a member: deactivating, and a token to act as them. */
export function addMemberActions(api: Api): void {
  api.post('/system/members/:id/deactivate', async (c) => {
    const { world, caller, request, path } = c.get('exchange')
    const id = c.req.param('id')
    if (!/^\d+$/.test(id)) throw unknownEndpoint()
    const row = rowOf(world, 'Member', Number(id))
    if (!row) throw notFound('Member', id)
    const handedOver = takeAction(world, 'MemberDeactivation', await objectBody(request))
    if (flag(row, 'inactiveFlag')) throw refused('inactiveFlag', 'The member is inactive already.')
    Object.assign(row, {
      fields: { ...row.fields, inactiveFlag: true, inactiveDate: timeOf(world) },
      stamp: { ...row.stamp, lastUpdated: timeOf(world), updatedBy: caller.member },
    })
    logWrite(world, { verb: 'patch', entity: 'Member', id: row.id, by: caller.member, path })
    return answer(world, request, 200, handedOver)
  })
  api.post('/system/members/:identifier/tokens', async (c) => {
    const { world, caller, request } = c.get('exchange')
    if (caller.by !== 'integrator') throw notAllowed()
    const kind = request.headers.get('x-cw-usertype')?.toLowerCase()
    if (kind !== 'member' && kind !== 'integrator')
      throw new Refusal(400, 'InvalidObject', 'The x-cw-usertype header must be member or integrator.')
    const identifier = c.req.param('identifier')
    const body = request.headers.has('content-type') ? await jsonBody(request) : {}
    const named = isJsonObject(body) ? (body.memberIdentifier ?? identifier) : null
    if (typeof named !== 'string' || named.toLowerCase() !== identifier.toLowerCase())
      throw refused('memberIdentifier', `The memberIdentifier is not ${identifier}.`)
    const row = memberByIdentifier(world, identifier)
    if (!row) throw notFound('Member', identifier)
    if (flag(row, 'inactiveFlag')) throw refused('identifier', `Member ${identifier} is inactive.`)
    const expires = nowOf(world) + tokenHours * 3_600_000
    const publicKey = pick(world.random, keyLetters, 16)
    const privateKey = pick(world.random, keyLetters, 16)
    const member = String(row.fields.identifier)
    world.credentials.push({ company: world.company, publicKey, privateKey, member, expires })
    return answer(world, request, 200, { publicKey, privateKey, expiration: cwTime(expires) })
  })
}

function refused(field: string, message: string): Refusal {
  return invalidObject('member', [{ code: 'InvalidField', message, resource: 'member', field }])
}
