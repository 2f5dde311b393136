import type { Configuration, Psa, TicketId } from '../../ports/psa.ts'
import { configurationReferenceSchema, configurationSchema, contactSchema } from './api-types.ts'
import type { Client } from './client.ts'
import { numbered, oneOf } from './conditions.ts'
import { toConfiguration } from './map-configuration.ts'
import { toContact } from './map-contact.ts'
import { readEvery } from './paging.ts'
import { isMissing } from './read-error.ts'
import { ticketPath } from './tickets.ts'

/** By name, so that a configuration's questions and a contact's portal password never leave ConnectWise. */
const configurationFields =
  'id,name,type,osType,osInfo,ipAddress,macAddress,serialNumber,modelNumber,tagNumber,lastLoginName,remoteLink'
const contactFields = 'id,firstName,lastName,title,defaultPhoneNbr,defaultPhoneExtension,communicationItems'

const idsPerQuestion = 50

/** The machines on a ticket, and its contact. */
export function createCompanies(client: Client): Pick<Psa, 'configurations' | 'contact'> {
  async function configurations(ticket: TicketId): Promise<Configuration[]> {
    const path = `${ticketPath(ticket)}/configurations`
    const references = await readEvery(client, configurationReferenceSchema, path, { forwardOnly: true })
    const ids = references.map((reference) => reference.id)
    const found: Configuration[] = []
    for (let from = 0; from < ids.length; from += idsPerQuestion) {
      const conditions = oneOf('id', ids.slice(from, from + idsPerQuestion))
      const query = { conditions, fields: configurationFields }
      const page = await readEvery(client, configurationSchema, '/company/configurations', { query })
      found.push(...page.map(toConfiguration))
    }
    return found.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
  }

  async function contact(id: number) {
    try {
      const query = { fields: contactFields }
      return toContact(await client.readAs(contactSchema, `/company/contacts/${numbered(id)}`, { query }))
    } catch (error) {
      if (isMissing(error, id)) return null
      throw error
    }
  }

  return { configurations, contact }
}
