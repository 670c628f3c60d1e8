import type { Child } from 'hono/jsx'
import type { Link } from '../../reader.js'
import { ActionLink, Actions, Button } from '../button/button.js'
import { Form } from '../form/form.js'

interface ConfirmProps {
  readonly action: string
  readonly hidden?: Readonly<Record<string, string>> | undefined
  /** What will happen, with numbers: 'Publish 1,204 purchases and 37 contracts'. */
  readonly title: string
  /** What follows from it, and what does not, one sentence each. */
  readonly consequences: readonly Child[]
  /** The act itself: 'Publish'. */
  readonly button: string
  /** For what cannot be taken back. */
  readonly danger?: boolean | undefined
  readonly back: Link
  /** What the person must state, such as a reason. */
  readonly children?: Child
}

/** The last step before an act others will see: below the preview of what it changes, with a way back. */
export function Confirm({ action, hidden, title, consequences, button, danger, back, children }: ConfirmProps) {
  return (
    <div class="confirm">
      <Form action={action} hidden={hidden}>
        <h2 class="confirm-title">{title}</h2>
        <ul>
          {consequences.map((one) => (
            <li>{one}</li>
          ))}
        </ul>
        {children}
        <Actions>
          <Button kind={danger ? 'danger' : 'primary'}>{button}</Button>
          <ActionLink href={back.href} kind="quiet">
            {back.label}
          </ActionLink>
        </Actions>
      </Form>
    </div>
  )
}
