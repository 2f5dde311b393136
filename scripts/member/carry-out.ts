import { addMember } from '#api/features/accounts/add-member.ts'
import { changeRole, disableMember, resetPassword } from '#api/features/accounts/change-member.ts'
import type { Installation } from '#api/features/accounts/installation.ts'
import type { Order } from './read-order.ts'

/** Carries an order out and prints what came of it. Throws where it cannot be, with what to do. */
export async function carryOut(
  deps: Omit<Installation, 'team' | 'member'>,
  order: Order,
  print: (line: string) => void,
): Promise<void> {
  const installation = { ...deps, team: order.team, member: null }
  const { email } = order
  if (order.verb === 'add') {
    const added = await addMember(installation, order)
    const standing = added.wasThere ? `was a member before and stays ${added.role}` : `is now ${added.role}`
    print(`${added.name} ${standing}, and can sign in with ${email} once the password is set:`)
    printLink(added.link, print)
  } else if (order.verb === 'reset') {
    const { name, link } = await resetPassword(installation, email)
    print(
      `${name} can set a new password. The old one, if any, is good until then; a disabled member is in again.`,
    )
    printLink(link, print)
  } else if (order.verb === 'disable') {
    const { name, ended } = await disableMember(installation, email)
    print(
      `${name} is shut out, in the pod too. Sign-ins that ended: ${ended}. A server that runs notices within 15 seconds.`,
    )
  } else {
    const { name } = await changeRole(installation, email, order.role, order.lead)
    print(
      `${name} is now ${order.role}${order.lead ? ' and lead' : ''}. A server that runs notices within 15 seconds.`,
    )
  }
}

function printLink(link: string, print: (line: string) => void): void {
  print(`\n  ${link}\n`)
  print('Give it to them alone, by a way that you trust. It works once, within 24 hours.')
}
