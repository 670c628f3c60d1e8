/** The door of the installation: the data folder with its lock, backups, operator's key and local socket. */
export {
  backUp,
  backupsIn,
  copyBackup,
  DAILY_BACKUPS_KEPT,
  findBackup,
  restoreBackup,
  type Backup,
  type Reason,
} from './backup.js'
export { lockFolder, openInstallation, type Installation, type InUse, type Where } from './open.js'
export { askServer, listenIn, ServerStopped, type Bytes, type Call } from './socket.js'
