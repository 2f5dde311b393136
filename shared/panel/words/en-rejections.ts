/** Why an act did not count, in English. */
export const enRejections = {
  rejected: {
    not_this_step: 'The session has moved on; look at the step shown now.',
    unknown_step: 'This step is no longer part of the flow.',
    unknown_choice: 'This answer is no longer offered.',
    unknown_event: 'That entry is not known here.',
    already_superseded: 'That was already changed.',
    values_missing: 'Fill in what is marked as needed.',
    target_mismatch: 'That is not the name above.',
    words_missing: 'Add a few words first.',
    reason_missing: 'Say why first.',
    session_ended: 'The session has ended. Go back to change it.',
    not_possible_now: 'Not possible right now.',
  },
}
