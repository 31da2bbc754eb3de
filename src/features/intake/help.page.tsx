import { Heading } from './frame.page.tsx'
import { Helplines } from './helplines.page.tsx'
import { useWording } from './language-context.page.tsx'
import { laterModel } from './later-model.page.ts'

/** People to talk to: the same page for everybody, whatever they answered. */
export function HelpPage(props: { label: string; onGoOn(): void }) {
  const { t, language } = useWording()
  return (
    <div className="page">
      <Heading>{t.help.title}</Heading>
      <p>{laterModel.safety.helpForAll[language]}</p>
      <Helplines />
      <button type="button" className="main" onClick={props.onGoOn}>
        {props.label}
      </button>
    </div>
  )
}
