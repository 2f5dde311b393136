/** How to set the pod up in ConnectWise, step by step. */
export function podSteps(publicUrl: string, handle: string, uiUrl: string): string {
  return `Set the pod up in ConnectWise (${uiUrl}):

  1. System → Setup Tables → Manage Hosted API → New
     Description  ResolutionFlow
     Screen       Service Ticket
     Origin       ${publicUrl}
     URL          ${publicUrl}/pod/${handle}?id=[cw_id]&screen=[cw_screen]
     Type         Pod, height 620
     If you use project tickets: once more with the screen Project Ticket and &kind=project at the end of the URL.
  2. Open a ticket → the wrench above the pods → move ResolutionFlow up, Save.

The URL holds your team's handle: whoever has it still has to be signed in to your ConnectWise.`
}
