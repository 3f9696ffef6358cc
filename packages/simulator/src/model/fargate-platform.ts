/** Platform versions of Fargate: what `LATEST` means. */

/** For Linux. @source Developer Guide, Fargate Linux platform versions (checked 2026-11-20) */
export const LINUX_PLATFORM_VERSION = "1.4.0";

/** For Windows. @source Developer Guide, Fargate Windows platform versions (checked 2026-11-20) */
export const WINDOWS_PLATFORM_VERSION = "1.0.0";
