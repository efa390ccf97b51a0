package org.lianqiao.production;

/**
 * Why production does not start.
 *
 * @param remedy what to set, and to what
 */
record Problem(String what, String remedy) {}
