/**
 * PutAccountSetting, PutAccountSettingDefault, ListAccountSettings, DeleteAccountSetting.
 * Simplified: there is one principal, so a setting of the user and the default of the account are the same; of the settings
 * only `awsvpcTrunking` changes anything here.
 */

import { ACCOUNT_SETTINGS } from "../../model/account-settings.ts";
import type { Cloud } from "../../model/cloud.ts";
import { CALLER_ARN } from "../../model/place.ts";
import { answer, command, invalid, type Outcome, query } from "../outcome.ts";

interface SettingInput {
  readonly name: string;
  readonly value: string;
}

/** Sets one; PutAccountSettingDefault is the same for an account of one principal. */
export const putAccountSetting = command((sim: Cloud, { name, value }: SettingInput): Outcome => {
  const values = valuesOf(name);
  // Ours: AWS's wording for names and values that it does not take is not confirmed.
  if (values === undefined) return invalid(`${name} is not a setting that can be changed here.`);
  if (!values.includes(value)) return invalid(`${name} takes ${values.join(", ")}; it is ${value}.`);
  sim.put("accountSettings", { name, value });
  sim.record("ACCOUNT_SETTING_PUT", name, { value });
  return answer({ setting: describeSetting(name, value) });
});

interface ListInput {
  readonly name?: string;
  readonly value?: string;
  readonly effectiveSettings?: boolean;
}

/** Those that were set; with `effectiveSettings` the defaults of the others, too. */
export const listAccountSettings = query((sim: Cloud, input: ListInput): Outcome => {
  const { name: wanted, value: wantedValue, effectiveSettings = false } = input;
  const settings = Object.entries(ACCOUNT_SETTINGS).flatMap(([name, [usual = ""]]) => {
    const value = sim.tables.accountSettings.get(name)?.value ?? (effectiveSettings ? usual : undefined);
    const isWanted = (wanted ?? name) === name && (wantedValue ?? value) === value;
    return value === undefined || !isWanted ? [] : [describeSetting(name, value)];
  });
  return answer({ settings });
});

export const deleteAccountSetting = command((sim: Cloud, { name }: Pick<SettingInput, "name">): Outcome => {
  const values = valuesOf(name);
  if (values === undefined) return invalid(`${name} is not a setting that can be changed here.`);
  const value = sim.tables.accountSettings.get(name)?.value ?? values[0] ?? "";
  sim.remove("accountSettings", name);
  sim.record("ACCOUNT_SETTING_DELETED", name);
  return answer({ setting: describeSetting(name, value) });
});

function valuesOf(name: string): readonly string[] | undefined {
  return Object.hasOwn(ACCOUNT_SETTINGS, name) ? ACCOUNT_SETTINGS[name] : undefined;
}

function describeSetting(name: string, value: string): Record<string, unknown> {
  return { name, value, principalArn: CALLER_ARN, type: "user" };
}
