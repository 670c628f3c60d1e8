/** The door of the main job. */
export { fitAddresses } from './http.js'
export { fit, suggest, type Fit, type Opening } from './report.js'
export { ideaIn, type IdeaFile } from './idea.js'
