/** The start of an installation in which nothing has been read in yet: three steps to the first import. */
import { addresses } from '../../web/http.js'
import { FirstStepsPage } from '../pages/first-steps.js'
import { isEmpty } from '../store/imports.js'

export const startWhenEmpty = addresses()

startWhenEmpty.get('/', async (c, next) => {
  const { reader, db } = c.var
  if (!(await isEmpty(db))) return next()
  return c.html(<FirstStepsPage reader={reader} />)
})
