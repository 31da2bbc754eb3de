import model from 'virtual:model'
import { CopyButton } from '../../ui/copy-button.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { type ChartOf, chartParagraph } from './chart-paragraph.ts'

/** One paragraph to copy into the chart, with what was taken from this session and nothing else. */
export function ChartParagraph({ open, of }: { open: OpenCase; of: ChartOf }) {
  const { t, day, list, words } = useTherapistText()
  const text = chartParagraph(
    open.state,
    of,
    {
      session: (on, people) => t('chart.session', { day: on, people }),
      elements: names => t('chart.elements', { names }),
      stories: said => t('chart.stories', { words: said }),
      categories: said => t('chart.categories', { words: said }),
      promises: said => t('chart.promises', { words: said }),
      advice: said => t('chart.advice', { words: said }),
      exercises: said => t('chart.exercises', { words: said }),
      nothing: t('chart.nothing'),
      how: t('chart.how'),
      list,
      quote: said => t('chart.quote', { words: said }),
      day,
      element: id => {
        const element = model.elements.find(one => one.id === id)
        return element ? words(element.name) : id
      },
    },
    of.transcript !== null,
  )
  return (
    <section className="stack">
      <h2>{t('chart.title')}</h2>
      <p className="message">{text}</p>
      <div className="row">
        <CopyButton text={text} label={t('chart.copy')} done={t('copied')} failed={t('copy-failed')} />
      </div>
      <p className="small soft">{t('chart.hint')}</p>
    </section>
  )
}
