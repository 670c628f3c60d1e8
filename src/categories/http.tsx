/** The CPV tree as pages. What is procured in a category is told by the module that knows, handed over by app.tsx. */
import { addresses, NotFound } from '../web/http.js'
import { hrefIn } from '../web/index.js'
import { isCode, type Code } from './cpv.js'
import { CategoriesPage, CategoryPage, SearchPage, type ProcuredIn } from './pages.js'
import { searchCategories } from './search.js'
import { readCode } from './written.js'
import { refused } from '../kit/refuse.js'

const LONGEST_QUERY = 200

export function categoriesWith(procuredIn: ProcuredIn) {
  const pages = addresses()

  pages.get('/categories', (c) => {
    const { reader } = c.var
    const query = (c.req.query('q') ?? '').trim().slice(0, LONGEST_QUERY)
    if (!query) return c.html(<CategoriesPage reader={reader} />)
    return c.html(<SearchPage reader={reader} query={query} found={searchCategories(query, reader.language)} />)
  })

  pages.get('/categories/:code', async (c) => {
    const { reader, db } = c.var
    const written = c.req.param('code')
    if (!isCode(written)) {
      const read = readCode(written)
      if (refused(read)) throw new NotFound()
      return c.redirect(hrefIn(reader, `/categories/${read.code}`), 301)
    }
    const procured = await procuredIn(db, reader, digitsOf(written))
    return c.html(<CategoryPage reader={reader} code={written} procured={procured} />)
  })

  return pages
}

/** What every code under this one begins with. */
const digitsOf = (code: Code): string => code.replace(/0+$/, '').padEnd(2, '0')
