export { SettingsError } from './error';
export { type SettingGroup, SETTING_GROUPS } from './groups';
export { settingsPage } from './markdown';
export { proxyNotice } from './proxy';
export { type SandboxSettings, type Settings, readSandboxSettings, readSettings } from './read-settings';
export type { Upstream } from './upstream-address';
export {
  accessRules,
  connectionSettings,
  drainSecondsOf,
  metricsPlace,
  quotaSettings,
  tracesUrlOf,
} from './views';
