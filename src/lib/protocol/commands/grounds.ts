export const groundsCommands = {};
