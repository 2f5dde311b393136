import { answer, type Exchange, objectBody } from '../http/exchange.ts'
import { takeAction } from '../records/take-action.ts'
import { isJsonObject, type Json, type JsonObject } from '../world/row.ts'
import type { Api } from './collection.ts'

/** Where a kind of record is read; `:parent` is filled from `parentId`. */
const places: Record<string, string> = {
  ticket: '/service/tickets',
  projectticket: '/project/tickets',
  servicenote: '/service/tickets/:parent/notes',
  ticketnote: '/project/tickets/:parent/notes',
  servicetask: '/service/tickets/:parent/tasks',
  board: '/service/boards',
  boardstatus: '/service/boards/:parent/statuses',
  priority: '/service/priorities',
  source: '/service/sources',
  timeentry: '/time/entries',
  worktype: '/time/workTypes',
  workrole: '/time/workRoles',
  scheduleentry: '/schedule/entries',
  company: '/company/companies',
  contact: '/company/contacts',
  companyconfiguration: '/company/configurations',
  member: '/system/members',
}

/**
 * Adds `/system/bundles`: several reads in one request. A request in a bundle has no verb, so it reads: one record
 * where it names an id, else a filtered page. Each is answered as if it had come alone, with the caller's rights;
 * one that fails does not spoil the others.
 */
export function addBundles(api: Api, serve: (request: Request) => Response | Promise<Response>): void {
  api.post('/system/bundles', async (c) => {
    const exchange = c.get('exchange')
    const body = await objectBody(exchange.request)
    const { requests } = takeAction(exchange.world, 'BundleRequestsCollection', body)
    const results: JsonObject[] = []
    for (const one of Array.isArray(requests) ? requests : [])
      if (isJsonObject(one)) results.push(await answerOne(exchange, one, serve))
    return answer(exchange.world, exchange.request, 200, { results, _info: {} })
  })
}

async function answerOne(
  exchange: Exchange,
  { sequenceNumber, resourceType, version, apiRequest }: JsonObject,
  serve: (request: Request) => Response | Promise<Response>,
): Promise<JsonObject> {
  const told = {
    sequenceNumber: sequenceNumber ?? 0,
    resourceType: resourceType ?? '',
    version: version ?? '',
  }
  const failed = (statusCode: number, error: Json) => ({
    ...told,
    entities: [],
    count: 0,
    success: false,
    statusCode,
    error,
  })
  const place = places[String(resourceType ?? '').toLowerCase()]
  if (place === undefined) {
    const message = `The resource type ${resourceType ?? ''} is not recognized.`
    return failed(400, { code: 'InvalidObject', message, errors: null })
  }
  const asked = isJsonObject(apiRequest) ? apiRequest : {}
  if (isJsonObject(asked.entity)) {
    const message = 'A request in a bundle reads; it cannot carry an entity.'
    return failed(400, { code: 'InvalidObject', message, errors: null })
  }
  const url = addressOf(exchange, place, asked)
  const headers = new Headers(exchange.request.headers)
  headers.delete('content-type')
  headers.delete('content-length')
  const response = await serve(new Request(url, { headers }))
  const found: Json = JSON.parse(await response.text())
  if (!response.ok) return failed(response.status, found)
  const entities = Array.isArray(found) ? found : [found]
  return { ...told, entities, count: entities.length, success: true, statusCode: response.status }
}

function addressOf(exchange: Exchange, place: string, asked: JsonObject): URL {
  const own = exchange.url.pathname
  const base = own.slice(0, own.length - exchange.path.length)
  const url = new URL(exchange.url.origin)
  const id = typeof asked.id === 'number' && asked.id !== 0 ? `/${asked.id}` : ''
  url.pathname = `${base}${place.replace(':parent', String(asked.parentId ?? 0))}${id}`
  const filters = isJsonObject(asked.filters) ? asked.filters : {}
  const page = isJsonObject(asked.page) ? asked.page : {}
  const query = {
    conditions: filters.conditions,
    orderBy: filters.orderBy,
    childConditions: filters.childconditions,
    customFieldConditions: filters.customfieldconditions,
    page: page.page,
    pageSize: page.pageSize,
    pageId: page.pageId,
    fields: asked.fields,
  }
  for (const [name, value] of Object.entries(query))
    if (typeof value === 'string' || typeof value === 'number') url.searchParams.set(name, String(value))
  return url
}
