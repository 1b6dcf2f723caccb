/** How many days a session can be used: after its last use, and in all, however much it is used. */
export const sessionDays = { unused: 14, inAll: 30 }

/** For how many days no code is asked for on a trusted device. */
export const trustedDeviceDays = 30
