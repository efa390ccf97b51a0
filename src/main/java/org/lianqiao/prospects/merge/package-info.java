/** Duplicates in the ledger: candidates with their reason, merging, and taking it back. */
@NullMarked
package org.lianqiao.prospects.merge;

import org.jspecify.annotations.NullMarked;
