/** The schedule of an event's meetings: computed, looked at, published, mended on the day. */
@NullMarked
package org.lianqiao.events.schedule;

import org.jspecify.annotations.NullMarked;
