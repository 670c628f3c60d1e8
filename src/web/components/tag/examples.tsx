import type { Examples } from '../../examples.js'
import { Tag } from './tag.js'

export const tag: Examples = {
  name: 'Tag',
  examples: [
    {
      name: 'the kinds',
      show: (reader) => (
        <p>
          {(['internal', 'published', 'unverified', 'framework', 'now'] as const).map((kind) => (
            <>
              <Tag kind={kind} reader={reader} />{' '}
            </>
          ))}
          <Tag>2025</Tag>
        </p>
      ),
    },
  ],
}
