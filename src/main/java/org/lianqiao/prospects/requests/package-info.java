/** What the enterprises of the ledger ask for (诉求), and the office or department that answers. */
@NullMarked
package org.lianqiao.prospects.requests;

import org.jspecify.annotations.NullMarked;
