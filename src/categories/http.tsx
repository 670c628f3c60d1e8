/** The CPV tree as pages. */
import { addresses, NotFound } from '../web/http.js'
import { hrefIn, Page, Section, type Reader } from '../web/index.js'
import { ancestors, categoryOf, codeWithCheck, divisions, isCode, labelOf, type Code } from './cpv.js'

export const categoriesAddresses = addresses()

function List({ reader, codes }: { reader: Reader; codes: readonly Code[] }) {
  return (
    <ul>
      {codes.map((code) => (
        <li>
          <a href={hrefIn(reader, `/categories/${code}`)}>{labelOf(code, reader.language)}</a> ({code})
        </li>
      ))}
    </ul>
  )
}

categoriesAddresses.get('/categories', (c) => {
  const { reader } = c.var
  return c.html(
    <Page reader={reader} title={reader.words('categories.page.title')} lead={reader.words('categories.page.lead')}>
      <List reader={reader} codes={divisions().map((one) => one.code)} />
    </Page>,
  )
})

categoriesAddresses.get('/categories/:code', (c) => {
  const { reader } = c.var
  const written = c.req.param('code')
  if (!isCode(written)) throw new NotFound()
  const category = categoryOf(written)!
  const link = (code: Code) => ({
    href: hrefIn(reader, `/categories/${code}`),
    label: labelOf(code, reader.language),
  })
  const trail = [
    { href: hrefIn(reader, '/categories'), label: reader.words('categories.page.title') },
    ...ancestors(written).map(link),
  ]
  return c.html(
    <Page
      reader={reader}
      title={labelOf(written, reader.language)}
      lead={`CPV ${codeWithCheck(written)}`}
      trail={trail}
    >
      {category.children.length > 0 && (
        <Section title={reader.words('categories.page.within')}>
          <List reader={reader} codes={category.children} />
        </Section>
      )}
    </Page>,
  )
})
