export const signalsCommands = {};
