/** The address's fragment as it was; taken out of the address before anything else runs, and kept in memory alone. */
export const linkFragment: string = location.hash.slice(1)
if (linkFragment) history.replaceState(null, '', location.pathname)

/** Another link pasted into the same tab opens from the start. */
addEventListener('hashchange', () => {
  if (location.hash.length > 1) location.reload()
})
