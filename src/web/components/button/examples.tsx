import { either, type Examples } from '../../examples.js'
import { ActionLink, Actions, Button } from './button.js'

export const button: Examples = {
  name: 'Button, ActionLink, Actions',
  examples: [
    {
      name: 'the kinds',
      show: (reader) => (
        <Actions>
          <Button>{either(reader, 'Skicka idén', 'Send the idea')}</Button>
          <Button kind="secondary">{either(reader, 'Spara utkast', 'Save a draft')}</Button>
          <Button kind="danger">{either(reader, 'Dra tillbaka', 'Withdraw')}</Button>
          <Button kind="quiet">{either(reader, 'Avbryt', 'Cancel')}</Button>
        </Actions>
      ),
    },
    {
      name: 'a link that is the next step',
      show: (reader) => (
        <ActionLink href="#">{either(reader, 'Se var idén passar', 'See where the idea fits')}</ActionLink>
      ),
    },
  ],
}
