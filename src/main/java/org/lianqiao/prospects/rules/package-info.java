/** Until when what has to happen with a prospect, who is told of what is overdue, and the daily digest. */
@NullMarked
package org.lianqiao.prospects.rules;

import org.jspecify.annotations.NullMarked;
