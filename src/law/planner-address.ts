/** Where the planner answers a case: the case stands in the address, as a form would write it. */
import { caseFields } from './read-case.js'
import type { Case } from './rules/case.js'

export const plannerAddress = (c: Case): string => `/routes?${new URLSearchParams(caseFields(c)).toString()}`
