/** Who comes to an event: registration, seats and the waiting list, the personal link, the hosts' decisions. */
@NullMarked
package org.lianqiao.events.guests;

import org.jspecify.annotations.NullMarked;
