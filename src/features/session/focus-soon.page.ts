/** Moves the focus to what `find` gives: at once, so that a key pressed right after it is not lost, or once it is drawn. */
export const focusSoon = (find: () => HTMLElement | null | undefined): void => {
  const now = find()
  if (now) now.focus()
  else requestAnimationFrame(() => find()?.focus())
}

/** Where the thing that was pressed goes away: the page's heading does not. */
export const focusHeading = (): void =>
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
