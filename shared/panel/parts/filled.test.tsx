import { render } from '@testing-library/preact'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '#shared/markdown/parse-markdown.ts'
import { CommandLine } from '../screens/command-line.tsx'
import { Body, Filled } from './markdown.tsx'

const values = (name: string) => (name === 'contact.name' ? 'Kim **Lund** {{company.name}}' : undefined)

describe('a text of the flow', () => {
  it('shows a value as it is, never as markup or as another variable', () => {
    const { container } = render(<Body tree={parseMarkdown('Call *{{contact.name}}*')} values={values} />)
    expect(container.innerHTML).toContain('<em>Kim **Lund** {{company.name}}</em>')
  })

  it('says in words what the ticket does not have, and marks it', () => {
    const { container } = render(<Filled text="Is {{configuration.name}} on?" values={values} />)
    expect(container.textContent).toBe('Is the device (not on the ticket) on?')
    expect(container.querySelector('.rf-gap')?.textContent).toBe('the device (not on the ticket)')
  })

  it('names any other variable that is missing', () => {
    const { container } = render(<Filled text="Wait {{input.minutes}}" values={values} />)
    expect(container.querySelector('.rf-gap')?.textContent).toBe('[input.minutes missing]')
  })

  it('shows what is missing within code and commands, too', () => {
    const tree = parseMarkdown('`ping {{configuration.name}}`\n\n```\nping {{configuration.ipAddress}}\n```')
    const body = render(<Body tree={tree} values={values} />).container
    expect([...body.querySelectorAll('code .rf-gap')].map((gap) => gap.textContent)).toEqual([
      'the device (not on the ticket)',
      'the IP address (not on the ticket)',
    ])
    const run = 'ping {{configuration.ipAddress}}'
    const command = { run, shell: 'cmd', rights: 'user', good: 'a reply', bad: 'none' } as const
    const line = render(<CommandLine command={command} values={values} />).container
    expect(line.querySelector('code .rf-gap')?.textContent).toContain('not on the ticket')
    expect(line.textContent).not.toContain('{{')
  })
})
