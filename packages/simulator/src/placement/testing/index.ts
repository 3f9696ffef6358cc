/** Container instances and tables of them, for tests and benches across packages. */
export { type InstanceWish, instanceRow, placementRequest, TEST_CLUSTER, withTask } from "./instances.ts";
export { instanceTables } from "./tables.ts";
