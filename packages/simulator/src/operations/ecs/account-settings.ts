/**
 * PutAccountSetting, PutAccountSettingDefault, ListAccountSettings, DeleteAccountSetting.
 * Simplified: there is one principal, so a setting of the user and the default of the account are the same; of the settings
 * only `awsvpcTrunking` changes anything here.
 */

import { ACCOUNT_SETTINGS } from "../../model/account-settings.ts";
import { CALLER_ARN } from "../../model/place.ts";
import { answer, command, query } from "../operation.ts";
import type { Shape } from "../shapes.ts";
import { refuse } from "./refusals.ts";

/** Sets one; PutAccountSettingDefault is the same for an account of one principal. */
export const putAccountSetting = command<"ecs", "PutAccountSetting">((sim, { name, value }) => {
  const values = valuesOf(name);
  if (values === undefined) return refuse("account-setting.unknown", { name });
  if (!values.includes(value)) return refuse("account-setting.value", { name, values, value });
  sim.put("accountSettings", { name, value });
  sim.record("ACCOUNT_SETTING_PUT", name, { value });
  return answer({ setting: describeSetting(name, value) });
});

/** Those that were set; with `effectiveSettings` the defaults of the others, too. */
export const listAccountSettings = query<"ecs", "ListAccountSettings">((sim, input) => {
  const { name: wanted, value: wantedValue, effectiveSettings = false } = input;
  const settings = Object.entries(ACCOUNT_SETTINGS).flatMap(([name, [usual = ""]]) => {
    const value = sim.tables.accountSettings.get(name)?.value ?? (effectiveSettings ? usual : undefined);
    const isWanted = (wanted ?? name) === name && (wantedValue ?? value) === value;
    return value === undefined || !isWanted ? [] : [describeSetting(name, value)];
  });
  return answer({ settings });
});

export const deleteAccountSetting = command<"ecs", "DeleteAccountSetting">((sim, { name }) => {
  const values = valuesOf(name);
  if (values === undefined) return refuse("account-setting.unknown", { name });
  const value = sim.tables.accountSettings.get(name)?.value ?? values[0] ?? "";
  sim.remove("accountSettings", name);
  sim.record("ACCOUNT_SETTING_DELETED", name);
  return answer({ setting: describeSetting(name, value) });
});

function valuesOf(name: string): readonly string[] | undefined {
  return Object.hasOwn(ACCOUNT_SETTINGS, name) ? ACCOUNT_SETTINGS[name] : undefined;
}

function describeSetting(name: string, value: string): Shape<"ecs", "Setting"> {
  return { name, value, principalArn: CALLER_ARN, type: "user" };
}
