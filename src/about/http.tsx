/** HTTP of what this site says about itself. */
import { addresses } from '../web/http.js'
import { signedCheckpoint, witnesses } from '../record/index.js'
import { AboutPage, AccessibilityPage, InstallationPage, PrivacyPage } from './pages.js'

export const aboutAddresses = addresses()

aboutAddresses.get('/about', (c) => c.html(<AboutPage {...c.var} />))
aboutAddresses.get('/about/accessibility', (c) => c.html(<AccessibilityPage {...c.var} />))
aboutAddresses.get('/about/privacy', (c) => c.html(<PrivacyPage {...c.var} />))
aboutAddresses.get('/about/installation', async (c) => {
  const [signed, watching] = await Promise.all([signedCheckpoint(c.var.db), witnesses(c.var.db)])
  const cosigned = watching.flatMap(({ cosigned_at: at }) => at ?? []).sort()
  return c.html(<InstallationPage {...c.var} signedAt={signed?.at} cosignedAt={cosigned.at(-1)} />)
})
