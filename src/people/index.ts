/** The door of people: who acts. Until sign-in exists that is the operator on this machine. */
export { operatorKey, type OperatorKey } from './operator-key.js'
export { operatorAddresses, OperatorOnly, operatorOnly } from './http.js'
export { OperatorOnlyPage } from './pages.js'
