/** The shape of what is being fetched; it shows itself after 200 ms only, by its animation's delay. */
export function Skeleton() {
  return (
    <div class="rf-skeleton" aria-hidden="true">
      <i />
      <i />
      <i />
    </div>
  )
}
