import { checkCondition } from '../conditions/check-condition.ts'
import { meetsChildCondition, meetsCondition } from '../conditions/meets-condition.ts'
import { orderRows } from '../conditions/order-rows.ts'
import { parseCondition } from '../conditions/parse-condition.ts'
import type { JsonObject } from '../world/row.ts'

/** What a list can be asked for, from the query or from a search body. */
export interface Filter {
  conditions?: string
  childConditions?: string
  customFieldConditions?: string
  orderBy?: string
}

/** Reads the filter of a list from its query. */
export function filterOfQuery(query: URLSearchParams): Filter {
  const filter: Filter = {}
  for (const name of ['conditions', 'childConditions', 'customFieldConditions', 'orderBy'] as const) {
    const value = query.get(name)
    if (value) filter[name] = value
  }
  return filter
}

/** Fields that conditions may use though answers lack them; a record passes if one variant does. */
export interface SearchFields {
  schema: string
  variants: (record: JsonObject) => JsonObject[]
}

/** Filters and orders shown records. Throws ConnectWise's 400 for a condition it would refuse. */
export function filterRecords(
  records: JsonObject[],
  filter: Filter,
  schemaName: string,
  search?: SearchFields,
): JsonObject[] {
  let kept = records
  if (filter.conditions) {
    const condition = parseCondition(filter.conditions)
    checkCondition(condition, search?.schema ?? schemaName, 'fields')
    const variants = search?.variants ?? ((record: JsonObject) => [record])
    kept = kept.filter((record) => variants(record).some((variant) => meetsCondition(condition, variant)))
  }
  if (filter.childConditions) {
    const condition = parseCondition(filter.childConditions)
    checkCondition(condition, schemaName, 'lists')
    kept = kept.filter((record) => meetsChildCondition(condition, record))
  }
  if (filter.customFieldConditions) {
    const condition = parseCondition(filter.customFieldConditions)
    checkCondition(condition, 'CustomFieldValue', 'fields')
    kept = kept.filter(
      ({ customFields }) =>
        Array.isArray(customFields) &&
        customFields.some((field) =>
          meetsCondition(condition, typeof field === 'object' && field && !Array.isArray(field) ? field : {}),
        ),
    )
  }
  return filter.orderBy ? orderRows(kept, filter.orderBy, schemaName) : kept
}
