import type { FlowDraft } from '#shared/flow/flow.ts'

/** A ticket that no flow fits as well as the one below. */
export const crowdedTicket = {
  summary: 'Badge reader at the loading dock shows a violet light',
  description: 'The badge reader at the loading dock shows a violet light and opens for nobody.',
}

const longBody = `Stand in front of the reader and hold a badge that is known to work against the **middle of the plate** for two seconds. Do not swipe it: the coil needs the whole time to answer.

1. Watch the light from the moment the badge touches the plate until five seconds after it has left it.
2. Listen for the click of the strike in the door frame; it comes before the light changes.
3. Read the four digits that the display shows while the light is on, and write them down as they stand.
4. Do the same with a second badge of another person, so that a worn badge is not taken for a worn reader.

If the display stays dark, the reader has no power, and the light comes from the small battery behind the plate. If it shows digits but the strike does not click, the controller refuses the badge. If all of it looks right and the door still does not open, somebody may have bolted it from the inside, which happens more often at this door than at all of the others together.`

/**
 * As much as a step of a real flow holds: a title of 87 characters, a body of some 950, five answers of 32 to 38; then
 * eight answers of any length, with words that cannot be broken, and a title as long as a title may be.
 */
export const crowdedFlow: FlowDraft = {
  id: 'crowded',
  title: 'Badge reader shows a violet light',
  kind: 'troubleshooting',
  summary: 'Finds out why a badge reader opens for nobody',
  symptoms: ['badge reader shows a violet light', 'badge reader at the dock opens for nobody'],
  steps: [
    {
      id: 'light',
      start: true,
      kind: 'question',
      title: 'What does the badge reader at the dock do while a known good badge is held against it?',
      body: longBody,
      choices: [
        { id: 'a', label: 'The light turns green, no strike click', next: { to: 'words' } },
        { id: 'b', label: 'The light stays violet all the time', next: { to: 'words' } },
        { id: 'c', label: 'The display and light are both dark', next: { to: 'words' } },
        { id: 'd', label: 'It blinks red, four digits are shown', next: { to: 'words' } },
        { id: 'e', label: 'Another light, or something else', next: { to: 'words' } },
      ],
    },
    {
      id: 'words',
      kind: 'question',
      title: 'Which of the lines stands in the controller’s log?',
      body: longBody,
      choices: [
        { id: 'a', label: 'Zugriffsberechtigungsprüfung fehlgeschlagen', next: { to: 'long' } },
        { id: 'b', label: 'ERR_ACCESS_CONTROLLER_HANDSHAKE_TIMEOUT_0x8007274C', next: { to: 'long' } },
        { id: 'c', label: 'Badge unknown', next: { to: 'long' } },
        { id: 'd', label: 'Die Verbindung zum Türsteuergerät wurde unterbrochen', next: { to: 'long' } },
        { id: 'e', label: 'Clock is off', next: { to: 'long' } },
        { id: 'f', label: 'Relay stuck', next: { to: 'long' } },
        { id: 'g', label: 'Batteriespannung zu niedrig', next: { to: 'long' } },
        { id: 'h', label: 'None', next: { to: 'long' } },
      ],
    },
    {
      id: 'long',
      kind: 'instruction',
      risk: 'safe',
      title: `Restart the controller ${'and wait for its light to turn green, '.repeat(7)}then go on`,
      body: longBody,
      next: { to: 'escalate' },
    },
    {
      id: 'escalate',
      kind: 'outcome',
      outcome: 'escalate',
      title: 'Hand to whoever looks after the doors',
      openQuestion: 'Does the reader get power?',
    },
  ],
}
