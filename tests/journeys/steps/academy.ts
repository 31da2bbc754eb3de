import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { readModelFiles } from '../../../scripts/read-model-files.ts'
import { compileAcademy } from '../../../src/core/model/compile-academy.ts'
import { expect } from './journey.ts'
import { type Hands, link } from './therapist.ts'
import { heading } from './words.ts'

const compiled = compileAcademy(readModelFiles(resolve(import.meta.dirname, '../../..')))
if (!compiled.ok) throw new Error(compiled.issues.map(issue => issue.message).join('\n'))

/** What there is to learn, and whom to rehearse with, from the same files as the pages under test were built from. */
export const academy = compiled.value

/** From the caseload to the academy. */
export const openAcademy = async ({ words, press }: Hands, page: Page): Promise<void> => {
  await press(link(page, words.t('app.academy')))
  await expect(heading(page)).toHaveText(words.t('academy.title'))
}
