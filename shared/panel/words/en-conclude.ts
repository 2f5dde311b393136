/** The words of ending a session outside its flow, in English. */
export const enConclude = {
  conclude: {
    words: 'What solved it?',
    cause: 'What was the cause?',
    causeWhy: 'Left empty, the note says that the cause is not known.',
    certaintyLabel: 'How certain is it?',
    certainty: { confirmed: 'Confirmed', likely: 'Likely', unknown: 'Unknown' },
    openQuestion: 'What is the open question?',
    openHere: (step: string) => `Left empty: ${step}`,
    verifyFirst: 'What to verify first, one a line',
    to: { escalate: 'Escalate to whom?', refer: 'Who takes it on?' },
  },
}
