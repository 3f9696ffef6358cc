/** Settings of the account that somebody has set. @source API Reference, PutAccountSetting (checked 2026-11-21) */
export interface AccountSettingRow {
  readonly name: string;
  readonly value: string;
}

/** What each setting takes, the default first. @source Developer Guide, "Account settings" (checked 2026-11-21) */
export const ACCOUNT_SETTINGS: Readonly<Record<string, readonly string[]>> = {
  serviceLongArnFormat: ["enabled"],
  taskLongArnFormat: ["enabled"],
  containerInstanceLongArnFormat: ["enabled"],
  awsvpcTrunking: ["disabled", "enabled"],
  containerInsights: ["disabled", "enabled", "enhanced"],
  fargateFIPSMode: ["disabled", "enabled"],
  tagResourceAuthorization: ["on", "off"],
  fargateTaskRetirementWaitPeriod: ["7", "0", "14"],
  defaultLogDriverMode: ["non-blocking", "blocking"],
};

/** Lets instances with a trunk take more tasks in awsvpc mode. @source API Reference, PutAccountSetting (checked 2026-11-21) */
export const TRUNKING = "awsvpcTrunking";

/** Mode of log drivers that say none. @source API Reference, PutAccountSetting (checked 2026-11-29) */
export const LOG_MODE = "defaultLogDriverMode";
