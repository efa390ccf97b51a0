/** The door: check-in, walk-ins, the head count; badges, sign-in sheet and name cards. */
@NullMarked
package org.lianqiao.events.checkin;

import org.jspecify.annotations.NullMarked;
