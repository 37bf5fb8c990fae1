/** Services that run SQL for you, as types begin: database, managed instance, data warehouse, Synapse. */
const services = ['SQL.DB', 'SQL.MI', 'SQL.DW', 'Synapse.SQLPool'] as const;

/** The types of one kind of alert on services. SQL Server on a machine has another network, and steps of its own. */
export function onServices(kind: string): readonly string[] {
  return services.map((service) => `${service}_${kind}`);
}

/** The type of one kind of alert on SQL Server on a machine. */
export function onMachines(kind: string): readonly string[] {
  return [`SQL.VM_${kind}`];
}
