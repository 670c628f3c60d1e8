/** The door of what the site says about itself. */
export { aboutAddresses } from './http.js'
export { footerOf } from './pages.js'
