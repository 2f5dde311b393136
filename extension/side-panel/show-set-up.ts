/** Says that the extension has yet to be set up, with the way there; the panel comes by itself once it is. */
export function showSetUp(
  element: HTMLElement,
  { tabs, runtime, storage }: Pick<typeof chrome, 'tabs' | 'runtime' | 'storage'>,
): void {
  const text = document.createElement('p')
  text.textContent = 'ResolutionFlow has yet to learn where your team’s server is.'
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = 'Set up ResolutionFlow'
  button.addEventListener('click', () => void tabs.create({ url: runtime.getURL('/welcome.html') }))
  element.classList.add('rf', 'rf-set-up')
  element.replaceChildren(text, button)
  storage.local.onChanged.addListener(({ settings }) => {
    if (settings) location.reload()
  })
}
