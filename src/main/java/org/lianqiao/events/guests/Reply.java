package org.lianqiao.events.guests;

/**
 * Whom a guest wants to meet, as a sheet of replies (回执) says it.
 *
 * @param phone whose reply it is, in E.164
 * @param must whether he must meet him, not only would
 * @param whom as the guest wrote it: see {@link Meant}
 */
public record Reply(int row, String phone, boolean must, String whom) {}
