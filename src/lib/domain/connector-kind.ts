/**
 * The ways an organisation can take its actions, in the order of what they ask of it: a mail with a link,
 * a task list (CalDAV), a signed message to its system (webhook), or its system fetches them itself (api).
 */
export const CONNECTOR_KINDS = ['mail', 'caldav', 'webhook', 'api'] as const;
export type ConnectorKind = (typeof CONNECTOR_KINDS)[number];
