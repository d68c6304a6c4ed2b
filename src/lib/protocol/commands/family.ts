export const familyCommands = {};
