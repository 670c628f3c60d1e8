/** HTTP of what this site says about itself. */
import { addresses } from '../web/http.js'
import { AboutPage, AccessibilityPage, InstallationPage, PrivacyPage } from './pages.js'

export const aboutAddresses = addresses()

aboutAddresses.get('/about', (c) => c.html(<AboutPage {...c.var} />))
aboutAddresses.get('/about/accessibility', (c) => c.html(<AccessibilityPage {...c.var} />))
aboutAddresses.get('/about/privacy', (c) => c.html(<PrivacyPage {...c.var} />))
aboutAddresses.get('/about/installation', (c) => c.html(<InstallationPage {...c.var} />))
