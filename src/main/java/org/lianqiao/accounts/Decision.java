package org.lianqiao.accounts;

import java.time.OffsetDateTime;

/** One line of a registration's history: what was decided, why and when. */
record Decision(String verdict, String reason, OffsetDateTime at) {}
