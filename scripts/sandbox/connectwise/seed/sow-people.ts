import type { JsonObject } from '../world/row.ts'
import { seedConfigurations } from './configurations.ts'
import { seedMembers } from './people.ts'
import type { SeedCompany, SeedContact } from './shape.ts'
import type { Sower } from './sow.ts'

/** Lays out the members of the service provider. */
export function sowMembers({ put, find }: Sower): void {
  put('SecurityRole', { name: 'Admin' }, { id: 63 })
  put('SecurityRole', { name: 'Technician' }, { id: 64 })
  for (const member of seedMembers) {
    const role = find('WorkRole', 'name', member.role)
    put(
      'Member',
      {
        identifier: member.identifier,
        firstName: member.first,
        lastName: member.last,
        title: member.title,
        licenseClass: member.licence,
        inactiveFlag: member.inactive ?? false,
        ...(member.inactive ? { inactiveDate: '2026-01-31T05:00:00Z' } : {}),
        hireDate: '2021-03-01T05:00:00Z',
        officeEmail: `${member.identifier}@ridgeline.example`,
        defaultEmail: 'Office',
        officePhone: '518-555-0100',
        defaultPhone: 'Office',
        securityRole: { id: member.admin ? 63 : 64 },
        adminFlag: member.admin ?? false,
        timeZone: { id: timeZone(put, member.zone) },
        workRole: { id: role.id },
        workType: { id: 1 },
        dailyCapacity: 8,
        requireStartAndEndTimeOnTimeEntryFlag: member.strictTimes ?? false,
        serviceDefaultLocation: { id: 2 },
        serviceDefaultDepartment: { id: 10 },
        serviceDefaultBoard: { id: 1 },
        excludedServiceBoardIds: [],
      },
      { id: member.id },
    )
  }
}

const zones = ['Eastern Standard Time', 'GMT Standard Time', 'Central Standard Time']

function timeZone(put: Sower['put'], name: string): number {
  const id = zones.indexOf(name) + 1
  put('TimeZoneSetup', { name }, { id })
  return id
}

/** Lays out companies, their sites, agreements and contacts. */
export function sowCompanies(sower: Sower, companies: SeedCompany[]): void {
  const { put, find } = sower
  put('CompanyStatus', { name: 'Active' }, { id: 1 })
  put('CompanyType', { name: 'Client' }, { id: 1 })
  put('AgreementType', { name: 'Managed Care' }, { id: 1 })
  put('AgreementType', { name: 'Block Time' }, { id: 2 })
  for (const company of companies) {
    const site = company.id * 10
    const address = {
      addressLine1: company.street,
      city: company.city,
      zip: company.zip,
      phoneNumber: company.phone,
    }
    put(
      'Company',
      {
        identifier: company.identifier,
        name: company.name,
        status: { id: 1 },
        ...address,
        state: company.state,
        website: company.website,
        territory: { id: find('SystemLocation', 'name', company.territory).id },
        types: [{ id: 1 }],
        site: { id: site },
        leadFlag: false,
        customFields: company.patchWindow ? [patchWindow(company.patchWindow)] : [],
        deletedFlag: false,
        ...(company.contacts[0] ? { defaultContact: { id: company.contacts[0].id } } : {}),
      },
      { id: company.id },
    )
    put(
      'CompanySite',
      { name: 'Main', ...address, company: { id: company.id }, primaryAddressFlag: true },
      { id: site },
    )
    if (company.agreement) {
      const type = find('AgreementType', 'name', company.agreement.type)
      put(
        'Agreement',
        {
          name: company.agreement.name,
          type: { id: type.id },
          company: { id: company.id },
          ...(company.contacts[0] ? { contact: { id: company.contacts[0].id } } : {}),
          startDate: '2025-01-01T00:00:00Z',
          noEndingDateFlag: true,
          cancelledFlag: false,
        },
        { id: company.agreement.id },
      )
    }
    for (const contact of company.contacts) sowContact(sower, company, contact)
  }
}

function patchWindow(value: string): JsonObject {
  return {
    id: 3,
    caption: 'Patch window',
    type: 'Text',
    entryMethod: 'EntryField',
    numberOfDecimals: 0,
    value,
  }
}

function sowContact({ put, guid }: Sower, company: SeedCompany, contact: SeedContact): void {
  const [firstName = '', ...rest] = contact.name.split(' ')
  put(
    'Contact',
    {
      firstName,
      lastName: rest.join(' '),
      company: { id: company.id },
      site: { id: company.id * 10 },
      ...(contact.title ? { title: contact.title } : {}),
      inactiveFlag: false,
      defaultFlag: company.contacts[0] === contact,
      mobileGuid: guid(),
    },
    { id: contact.id },
  )
  put('ContactCommunication', {
    contactId: contact.id,
    type: { id: 1 },
    value: contact.email,
    domain: contact.email.slice(contact.email.indexOf('@')),
    defaultFlag: true,
    communicationType: 'Email',
  })
  if (!contact.phone) return
  put('ContactCommunication', {
    contactId: contact.id,
    type: { id: 2 },
    value: contact.phone,
    ...(contact.extension ? { extension: contact.extension } : {}),
    defaultFlag: true,
    communicationType: 'Phone',
  })
}

/** Lays out configurations with their questions. */
export function sowConfigurations({ put, find, world, guid }: Sower): void {
  put('ConfigurationStatus', { description: 'Active', defaultFlag: true }, { id: 1 })
  const types = [...new Set(seedConfigurations.map((configuration) => configuration.type))]
  types.forEach((name, index) => {
    put('ConfigurationType', { name, inactiveFlag: false }, { id: index + 1 })
  })
  const makers = [...new Set(seedConfigurations.flatMap(({ maker }) => maker ?? []))]
  makers.forEach((name, index) => {
    put('Manufacturer', { name }, { id: index + 1 })
  })
  let answerId = 9000
  for (const seed of seedConfigurations) {
    const company = find('Company', 'identifier', seed.company)
    const contact = seed.contact ? findContact(find, seed.contact) : undefined
    put(
      'CompanyConfiguration',
      {
        name: seed.name,
        deviceIdentifier: seed.name,
        type: { id: find('ConfigurationType', 'name', seed.type).id },
        status: { id: 1 },
        company: { id: company.id },
        ...(contact ? { contact: { id: contact.id } } : {}),
        site: { id: company.id * 10 },
        serialNumber: seed.serial,
        modelNumber: seed.model ?? null,
        ...(seed.maker ? { manufacturer: { id: find('Manufacturer', 'name', seed.maker).id } } : {}),
        ipAddress: seed.ip ?? null,
        macAddress: seed.mac ?? null,
        osType: seed.os ?? null,
        lastLoginName: seed.lastLogin ?? null,
        notes: seed.notes ?? null,
        activeFlag: true,
        mobileGuid: guid(),
        questions: (seed.questions ?? []).map(({ question, answer, kind }, index) => {
          answerId += 1
          return {
            answerId,
            questionId: answerId - 8000,
            question,
            answer,
            sequenceNumber: index + 1,
            fieldType: kind,
            requiredFlag: false,
          }
        }),
      },
      { id: seed.id },
    )
  }
  world.nextIds.set('CompanyConfiguration', 600)
}

/** The contact of that first and last name. */
export function findContact(find: Sower['find'], name: string): ReturnType<Sower['find']> {
  const [firstName = '', ...rest] = name.split(' ')
  return find('Contact', 'firstName', firstName, (row) => row.fields.lastName === rest.join(' '))
}
