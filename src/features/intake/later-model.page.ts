import later from 'virtual:model/partner/later'
import { typesetModel } from '../../ui/typeset-french.ts'

/** The model's part that comes after the first question, as it is shown. */
export const laterModel = typesetModel(later)
