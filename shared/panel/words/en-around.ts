/** The words of what a browser around the panel adds, in English. */
export const enAround = {
  around: {
    candidates: 'The tab seems to show more than one ticket. Which one is it?',
    pinned: (ticket: number) => `#${ticket} stays here whatever tab you look at.`,
    letGo: 'Follow the tab again',
    selectedAt: (place: string) => `Selected at ${place}`,
    query: (text: string) => `You selected “${text}”.`,
  },
}
