export const meldcodeStepsCommands = {};
