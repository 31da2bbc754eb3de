import type { Locator, Page } from '@playwright/test'
import type { Play } from './plays.ts'

const isFocused = (control: Locator): Promise<boolean> =>
  control.evaluate(element => element === document.activeElement)

/** Goes to a control with the keyboard alone: Tab from where the focus is, and arrows within a group of radio buttons. */
export const reachByKeyboard = async (page: Page, control: Locator): Promise<void> => {
  await control.waitFor()
  const group = await control.evaluate(element =>
    element instanceof HTMLInputElement && element.type === 'radio' ? element.name : null,
  )
  for (let step = 0; step < 250; step++) {
    if (await isFocused(control)) return
    const inGroup =
      group !== null &&
      (await page.evaluate(
        name => document.activeElement instanceof HTMLInputElement && document.activeElement.name === name,
        group,
      ))
    await page.keyboard.press(inGroup ? 'ArrowDown' : 'Tab')
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
