/** What came of the meetings: one tap by either side, the log, the ledger, the results of the event. */
@NullMarked
package org.lianqiao.events.outcomes;

import org.jspecify.annotations.NullMarked;
