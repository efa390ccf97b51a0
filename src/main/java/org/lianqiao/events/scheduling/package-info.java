/**
 * The schedule of one-to-one meetings: plain Java, no framework, no database. Gives to each wish a slot and a table, so
 * that as much as can be is held and people wait as little as can be, and says how far from the best it may be.
 */
@NullMarked
package org.lianqiao.events.scheduling;

import org.jspecify.annotations.NullMarked;
