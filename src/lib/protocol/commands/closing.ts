export const closingCommands = {};
