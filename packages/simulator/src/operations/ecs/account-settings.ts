/**
 * PutAccountSetting, PutAccountSettingDefault, ListAccountSettings, DeleteAccountSetting.
 * Simplified: there is one principal, so a setting of the user and the default of the account are the same; of the settings
 * only `awsvpcTrunking`, `containerInsights` and `defaultLogDriverMode` change anything here.
 */

import { ACCOUNT_SETTINGS } from "../../model/account-settings.ts";
import { CALLER_ARN } from "../../model/place.ts";
import type { Refusal } from "../../model/refusal.ts";
import { answer, command, query } from "../operation.ts";
import { cutPage } from "../pages.ts";
import type { Shape } from "../shapes.ts";
import { refuse } from "./refusals.ts";

/** Sets one; PutAccountSettingDefault is the same for an account of one principal. */
export const putAccountSetting = command<"ecs", "PutAccountSetting">((sim, input) => {
  const { name, value } = input;
  const values = valuesOf(name);
  if (values === undefined) return refuse("account-setting.unknown", { name });
  if (!values.includes(value)) return refuse("account-setting.value");
  const stranger = otherPrincipal(input);
  if (stranger !== undefined) return stranger;
  sim.put("accountSettings", { name, value });
  sim.record("ACCOUNT_SETTING_PUT", name, { value });
  return answer({ setting: describeSetting(name, value) });
});

/** Those that were set; with `effectiveSettings` the defaults of the others, too. */
export const listAccountSettings = query<"ecs", "ListAccountSettings">((sim, input) => {
  const stranger = otherPrincipal(input);
  if (stranger !== undefined) return stranger;
  const { name: wanted, value: wantedValue, effectiveSettings = false } = input;
  const settings = Object.entries(ACCOUNT_SETTINGS).flatMap(([name, [usual = ""]]) => {
    const value = sim.tables.accountSettings.get(name)?.value ?? (effectiveSettings ? usual : undefined);
    const isWanted = (wanted ?? name) === name && (wantedValue ?? value) === value;
    return value === undefined || !isWanted ? [] : [describeSetting(name, value)];
  });
  const names = settings.map(({ name = "" }) => name);
  const cut = cutPage("ListAccountSettings", names, input);
  if (!cut.ok) return cut;
  const { items, nextToken } = cut.page;
  return answer({ settings: settings.filter(({ name = "" }) => items.includes(name)), nextToken });
});

export const deleteAccountSetting = command<"ecs", "DeleteAccountSetting">((sim, input) => {
  const { name } = input;
  const values = valuesOf(name);
  if (values === undefined) return refuse("account-setting.unknown", { name });
  const stranger = otherPrincipal(input);
  if (stranger !== undefined) return stranger;
  const value = sim.tables.accountSettings.get(name)?.value ?? values[0] ?? "";
  sim.remove("accountSettings", name);
  sim.record("ACCOUNT_SETTING_DELETED", name);
  return answer({ setting: describeSetting(name, value) });
});

/** The settings of anybody else: AWS lets only the root user ask for them. */
function otherPrincipal({ principalArn = CALLER_ARN }: { readonly principalArn?: string }): Refusal | undefined {
  return principalArn === CALLER_ARN ? undefined : refuse("account-setting.principal");
}

function valuesOf(name: string): readonly string[] | undefined {
  return Object.hasOwn(ACCOUNT_SETTINGS, name) ? ACCOUNT_SETTINGS[name] : undefined;
}

function describeSetting(name: string, value: string): Shape<"ecs", "Setting"> {
  return { name, value, principalArn: CALLER_ARN, type: "user" };
}
