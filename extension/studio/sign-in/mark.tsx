/** The mark: a path that forks and comes to one end. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 24 24" width="32" height="32" aria-hidden="true">
      <path d="M12 3v4.2M12 7.2C12 12 5.5 9.5 5.5 14M12 7.2C12 12 18.5 9.5 18.5 14M5.5 14c0 3.5 4 3.8 6.5 6.5" />
      <circle cx="12" cy="20.2" r="1.9" />
      <circle cx="18.5" cy="15" r="1.4" />
    </svg>
  )
}
