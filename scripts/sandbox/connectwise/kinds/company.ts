import { isJsonObject, type Json, type Row, refId } from '../world/row.ts'
import { put, rowOf, rowsOf, table, type World } from '../world/world.ts'
import { type Change, fullName, type Kind } from './kind.ts'

const companyOf = (row: Row) => refId(row.fields.company)
const sameCompany = (row: Row, draft: Row) => companyOf(row) === companyOf(draft)

/** The phone numbers and addresses of a contact, as its record shows them. */
function communicationItems(row: Row, world: World): Json[] {
  return rowsOf(world, 'ContactCommunication', (item) => item.fields.contactId === row.id).map((item) => {
    const { contactId: _, mobileGuid: __, ...shown } = item.fields
    return { id: item.id, ...shown }
  })
}

/** A contact written with `communicationItems` replaces the whole list. */
function keepCommunications(row: Row, change: Change): void {
  const items = change.given.communicationItems
  delete row.fields.communicationItems
  if (!Array.isArray(items)) return
  const all = table(change.world, 'ContactCommunication')
  for (const old of rowsOf(change.world, 'ContactCommunication', (item) => item.fields.contactId === row.id))
    all.delete(old.id)
  for (const item of items)
    if (isJsonObject(item))
      put(
        change.world,
        'ContactCommunication',
        { ...withKind(item, change.world), contactId: row.id },
        change.caller.member,
      )
}

function withKind(item: Record<string, Json>, world: World): Record<string, Json> {
  const { id: _, _info: __, ...fields } = item
  const type = rowOf(world, 'CommunicationType', refId(fields.type))
  const kind = type?.fields.emailFlag ? 'Email' : type?.fields.faxFlag ? 'Fax' : 'Phone'
  const value = typeof fields.value === 'string' ? fields.value : ''
  const domain = kind === 'Email' && value.includes('@') ? value.slice(value.indexOf('@')) : null
  return { ...fields, domain, communicationType: kind }
}

/** Companies, sites, contacts and their communications, configurations. */
export const companyKinds: Kind[] = [
  {
    schema: 'Company',
    table: 'Company',
    label: 'Company',
    resource: 'company',
    path: (row) => `/company/companies/${row.id}`,
    serverOwned: ['mobileGuid', 'deletedFlag', 'dateDeleted', 'deletedBy'],
    entered: true,
    links: (row) => ({
      contacts_href: `/company/contacts?conditions=company/id=${row.id}`,
      tickets_href: `/service/tickets?conditions=company/id=${row.id}`,
      configurations_href: `/company/configurations?conditions=company/id=${row.id}`,
    }),
  },
  {
    schema: 'CompanySite',
    table: 'CompanySite',
    label: 'Site',
    resource: 'companySite',
    path: (row) => `/company/companies/${companyOf(row)}/sites/${row.id}`,
    belongs: sameCompany,
  },
  {
    schema: 'Contact',
    table: 'Contact',
    label: 'Contact',
    resource: 'contact',
    path: (row) => `/company/contacts/${row.id}`,
    serverOwned: ['mobileGuid'],
    writeOnly: ['portalPassword'],
    derive: (row, world) => ({ communicationItems: communicationItems(row, world) }),
    short: (row) => ({ name: fullName(row) }),
    links: (row) => ({
      communications_href: `/company/contacts/${row.id}/communications`,
      tickets_href: `/service/tickets?conditions=contact/id=${row.id}`,
      configurations_href: `/company/configurations?conditions=contact/id=${row.id}`,
    }),
    belongs: sameCompany,
    prepare: (draft) =>
      typeof draft.fields.firstName === 'string' && draft.fields.firstName.trim() !== ''
        ? []
        : [
            {
              code: 'MissingRequiredField',
              message: 'The firstName field is required.',
              resource: 'contact',
              field: 'firstName',
            },
          ],
    saved: keepCommunications,
  },
  {
    schema: 'ContactCommunication',
    table: 'ContactCommunication',
    label: 'Communication',
    resource: 'contactCommunication',
    path: (row) => `/company/contacts/${row.fields.contactId}/communications/${row.id}`,
    serverOwned: ['contactId', 'domain', 'communicationType'],
    prepare(draft, { world }) {
      draft.fields = { ...draft.fields, ...withKind(draft.fields, world) }
      return []
    },
  },
  {
    schema: 'CommunicationType',
    table: 'CommunicationType',
    label: 'Communication Type',
    resource: 'communicationType',
    path: (row) => `/company/communicationTypes/${row.id}`,
    short: (row) => ({ name: row.fields.description ?? null }),
  },
  {
    schema: 'CompanyConfiguration',
    table: 'CompanyConfiguration',
    label: 'Configuration',
    resource: 'configuration',
    path: (row) => `/company/configurations/${row.id}`,
    serverOwned: ['mobileGuid'],
    short: (row) => ({ deviceIdentifier: row.fields.deviceIdentifier ?? '' }),
    entered: true,
  },
  {
    schema: 'ConfigurationType',
    table: 'ConfigurationType',
    label: 'Configuration Type',
    resource: 'configurationType',
    path: (row) => `/company/configurations/types/${row.id}`,
  },
  {
    schema: 'ConfigurationStatus',
    table: 'ConfigurationStatus',
    label: 'Configuration Status',
    resource: 'configurationStatus',
    path: (row) => `/company/configurations/statuses/${row.id}`,
    short: (row) => ({ name: row.fields.description ?? null }),
  },
]
