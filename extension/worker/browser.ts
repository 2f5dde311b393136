/** What the worker takes of the browser. */
export type Browser = Pick<
  typeof chrome,
  | 'runtime'
  | 'storage'
  | 'tabs'
  | 'sidePanel'
  | 'contextMenus'
  | 'scripting'
  | 'commands'
  | 'permissions'
  | 'action'
>
