import model from 'virtual:model'
import type { Finding, FindingKind } from '../../core/language/reading.ts'
import type { ElementId } from '../../core/model/schema.ts'
import { CheckBox } from '../../ui/check-box.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Field } from '../../ui/field.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import { Button } from '../../ui/button.tsx'
import { choosableKinds, fiveByDefault } from './shown-kinds.ts'

interface Props {
  kinds: readonly FindingKind[]
  onKinds(kinds: readonly FindingKind[] | null): void
  element: ElementId | null
  onElement(element: ElementId | null): void
  found: readonly Finding[]
}

/** Which kinds and which element to look at. Five kinds at first; no kind says how often it was found. */
export function FindingFilters({ kinds, onKinds, element, onElement, found }: Props) {
  const { t, words, list } = useTherapistText()
  const isShown = (kind: FindingKind) => kinds.includes(kind)
  return (
    <div className="finding-filters screen-only">
      <Disclosure
        summary={t('filter.kinds', {
          kinds:
            kinds.length === choosableKinds.length
              ? t('filter.every')
              : list(kinds.map(kind => t(`kind.${kind}`))) || t('filter.none'),
        })}
      >
        <fieldset className="filter-kinds">
          <legend className="visually-hidden">{t('filter.which')}</legend>
          {choosableKinds.map(kind => (
            <CheckBox
              key={kind}
              checked={isShown(kind)}
              onChange={on => onKinds(choosableKinds.filter(one => (one === kind ? on : isShown(one))))}
            >
              {t(`kind.${kind}`)}
              {found.some(one => one.kind === kind) ? null : (
                <span className="soft"> {t('filter.not-found')}</span>
              )}
            </CheckBox>
          ))}
        </fieldset>
        <div className="row">
          <Button onClick={() => onKinds(choosableKinds)}>{t('filter.all')}</Button>
          <Button onClick={() => onKinds(null)}>{t('filter.five')}</Button>
        </div>
        <p className="small soft">{t('filter.why', { count: fiveByDefault.length })}</p>
      </Disclosure>
      <Field label={t('filter.element')}>
        {wiring => (
          <select
            {...wiring}
            value={element ?? ''}
            onChange={event => {
              const chosen = model.elements.find(({ id }) => id === event.currentTarget.value)
              onElement(chosen?.id ?? null)
            }}
          >
            <option value="">{t('filter.every-element')}</option>
            {model.elements.map(({ id, name }) => (
              <option key={id} value={id}>
                {words(name)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  )
}
