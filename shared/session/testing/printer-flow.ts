import type { Flow, FlowClosure } from '../../flow/flow.ts'

const spooler: Flow = {
  id: 'spooler',
  title: 'Restart the print spooler',
  kind: 'procedure',
  summary: 'Stops the spooler, empties its folder, starts it again',
  symptoms: [],
  steps: [
    {
      id: 'stop',
      start: true,
      kind: 'instruction',
      title: 'Restart the spooler',
      risk: 'disruptive',
      next: { to: 'print' },
    },
    {
      id: 'print',
      kind: 'verify',
      title: 'Does a test page print?',
      choices: [
        { id: 'yes', label: 'It prints', passed: true, next: { to: 'works' } },
        {
          id: 'no',
          label: 'Still nothing',
          passed: false,
          next: { to: 'stop', retry: { limit: 2, otherwise: 'give-up' } },
        },
      ],
    },
    { id: 'works', kind: 'outcome', title: 'Spooler was stuck', outcome: 'resolved' },
    { id: 'give-up', kind: 'outcome', title: 'Spooler does not help', outcome: 'escalate' },
  ],
}

const printer: Flow = {
  id: 'printer',
  title: 'Printer offline',
  kind: 'troubleshooting',
  summary: 'A network printer shows as offline',
  symptoms: ['printer offline'],
  steps: [
    {
      id: 'power',
      start: true,
      kind: 'question',
      title: 'Is the printer on?',
      choices: [
        { id: 'on', label: 'On', next: { to: 'ping' }, rulesOut: 'power' },
        { id: 'off', label: 'Off', next: { to: 'switch-on' } },
      ],
    },
    { id: 'switch-on', kind: 'instruction', title: 'Switch it on', risk: 'safe', next: { to: 'check' } },
    {
      id: 'ping',
      kind: 'input',
      title: 'Ping the printer',
      fields: [
        { name: 'ping', label: 'Milliseconds', type: 'number', required: true },
        { name: 'remark', label: 'Remark', type: 'text', required: false },
      ],
      next: { to: 'reachable' },
    },
    {
      id: 'reachable',
      kind: 'decision',
      title: 'Reachable?',
      branches: [{ when: [{ variable: 'input.ping', test: 'above', value: '500' }], next: { to: 'reset' } }],
      otherwise: { to: 'spool' },
    },
    {
      id: 'reset',
      kind: 'instruction',
      title: 'Reset the print server',
      risk: 'destructive',
      target: '{{configuration.name}}',
      next: { to: 'check' },
    },
    {
      id: 'spool',
      kind: 'subflow',
      title: 'Spooler',
      flow: 'spooler@1',
      on: { resolved: { to: 'check' } },
    },
    {
      id: 'check',
      kind: 'verify',
      title: 'Does the client print?',
      choices: [
        { id: 'yes', label: 'Yes', passed: true, next: { to: 'fixed' } },
        { id: 'no', label: 'No', passed: false, next: { to: 'hand-over' } },
      ],
    },
    { id: 'fixed', kind: 'outcome', title: 'Printing again', outcome: 'resolved' },
    { id: 'hand-over', kind: 'outcome', title: 'Second line', outcome: 'escalate' },
  ],
}

/** A small flow with every step kind, a subflow and a retry loop. */
export const printerClosure: FlowClosure = {
  root: 'printer@2',
  flows: { 'printer@2': printer, 'spooler@1': spooler },
}
