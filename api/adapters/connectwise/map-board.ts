import type { BoardStatus, Choice } from '../../ports/psa.ts'
import type { CwBoardStatus, CwWorkRole, CwWorkType } from './api-types.ts'

/** A board's statuses in the board's order, inactive ones left out. */
export function toBoardStatuses(statuses: CwBoardStatus[]): BoardStatus[] {
  return statuses
    .filter((status) => !status.inactive)
    .sort((one, other) => (one.sortOrder ?? 0) - (other.sortOrder ?? 0) || one.id - other.id)
    .map((status) => ({
      id: status.id,
      name: status.name,
      closed: status.closedStatus,
      timeEntryAllowed: !status.timeEntryNotAllowed,
      isDefault: status.defaultFlag,
      mayMail: status.emailTemplate !== null && status.emailTemplate !== undefined,
    }))
}

/** Work types or work roles to choose from, by name, inactive ones left out. */
export function toChoices(items: (CwWorkType | CwWorkRole)[]): Choice[] {
  return items
    .filter((item) => !item.inactiveFlag)
    .sort((one, other) => one.name.localeCompare(other.name))
    .map(({ id, name, ...item }) => ({
      id,
      name,
      ...('overallDefaultFlag' in item && item.overallDefaultFlag ? { isDefault: true } : {}),
    }))
}
