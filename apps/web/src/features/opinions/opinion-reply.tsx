import type { AskedOpinion, OpinionInput } from '@bantin/shared/opinions'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { formatDayTime } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { useLinkPageText } from '../../lib/i18n/site/use-link-page-text.ts'
import { OpinionForm } from './opinion-form.tsx'
import styles from './opinion-reply.module.css'
import { answerOpinionMutation } from './opinions.api.ts'

/** The place of the answer in the page, for links to it. */
export const replyId = 'tra-loi'

/** The form of somebody who is asked for an opinion, or what they answered. */
export function OpinionReply({ asked, token }: { asked: AskedOpinion; token: string }) {
  const words = useLinkPageText().opinion
  const { mutate, isPending, error, variables } = useMutation(answerOpinionMutation(token))
  const heading = useRef<HTMLHeadingElement>(null)
  const isAnsweredHere = asked.answer !== null && variables !== undefined
  useEffect(() => {
    // The button that had the focus is gone.
    if (isAnsweredHere) heading.current?.focus()
  }, [isAnsweredHere])
  return (
    <section id={replyId} className={styles.reply} aria-labelledby={`${replyId}-ten`}>
      <h2 id={`${replyId}-ten`} className={styles.heading} tabIndex={-1} ref={heading}>
        {words.heading(asked.name)}
      </h2>
      {asked.answer === null ? (
        <OpinionForm onSend={mutate} sending={isPending} error={error} />
      ) : (
        <>
          {variables ? <Arrival tried={variables} asked={asked} /> : null}
          <GivenAnswer answer={asked.answer} text={asked.text} at={asked.answeredAt} />
        </>
      )}
    </section>
  )
}

function GivenAnswer({ answer, text, at }: { answer: OpinionInput['answer']; text: string | null; at: string | null }) {
  const words = useLinkPageText().opinion
  const locale = useLocale()
  return (
    <div className={styles.given}>
      <p className={styles.answer}>{words.answers[answer]}</p>
      {text ? <p className={styles.text}>{text}</p> : null}
      {at ? <p className={styles.when}>{words.answered(formatDayTime(at, locale))}</p> : null}
    </div>
  )
}

/** Whether what was just sent is what stands. An answer that was lost on its way back and is sent again stands too. */
function Arrival({ tried, asked }: { tried: OpinionInput; asked: AskedOpinion }) {
  const words = useLinkPageText().opinion
  const text = tried.text ?? null
  const stands = asked.answer === tried.answer && asked.text === (text?.normalize() ?? null)
  if (stands) return <p role="status">{words.sent}</p>
  return (
    <>
      <p role="alert">{words.elsewhere}</p>
      {text ? (
        <div className={styles.unsent}>
          <p className={styles.when}>{words.unsent}</p>
          <p className={styles.text}>{text}</p>
        </div>
      ) : null}
    </>
  )
}
