/** The door of the main job. */
export { codesFrom, fitAddresses } from './http.js'
export { fit, suggest, type Fit, type Opening } from './report.js'
export { fitJson } from './json.js'
export { renewalInWords } from './renewal-words.js'
export { ideaIn, type IdeaFile } from './idea.js'
