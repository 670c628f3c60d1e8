/** Every test database ends with its record verified, whatever was done to it. */
import { auditEach } from '../../kit/db/testing.js'
import { auditRecord } from '../testing.js'

auditEach(auditRecord)
