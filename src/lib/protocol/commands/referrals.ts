export const referralsCommands = {};
