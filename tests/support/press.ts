import type { Locator, Page } from '@playwright/test'
import type { Play } from './plays.ts'

const ways = { 'in its group': 'ArrowDown', 'before it': 'Tab', 'after it': 'Shift+Tab' }

/** Goes to a control with the keyboard alone: Tab from where the focus is, there or back, and arrows among radio buttons. */
export const reachByKeyboard = async (page: Page, control: Locator): Promise<void> => {
  await control.waitFor()
  for (let step = 0; step < 250; step++) {
    const focus = await control.evaluate(element => {
      const now = document.activeElement
      if (now === element) return 'here'
      const isRadio = (one: Element | null) =>
        one instanceof HTMLInputElement && one.type === 'radio' && one.name
      if (isRadio(element) && isRadio(element) === isRadio(now)) return 'in its group'
      const isBefore = now && now.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING
      return isBefore ? 'after it' : 'before it'
    })
    if (focus === 'here') return
    await page.keyboard.press(ways[focus])
  }
  throw new Error(`The keyboard does not reach this: ${String(control)}`)
}

/** Presses a control as the play does: a tap, or the keyboard alone. */
export const press = async (page: Page, play: Play, control: Locator): Promise<void> => {
  if (play.input === 'touch') return control.tap()
  await reachByKeyboard(page, control)
  const takesSpace = await control.evaluate(
    element => element instanceof HTMLInputElement && /^(checkbox|radio)$/.test(element.type),
  )
  const isChosen = takesSpace && (await control.isChecked())
  if (!isChosen || (await control.getAttribute('type')) === 'checkbox')
    await page.keyboard.press(takesSpace ? 'Space' : 'Enter')
}

/** Writes into a field as the play does, replacing what stands there. */
export const write = async (page: Page, play: Play, field: Locator, text: string): Promise<void> => {
  if (play.input === 'touch') {
    await field.tap()
    return field.fill(text)
  }
  await reachByKeyboard(page, field)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}
