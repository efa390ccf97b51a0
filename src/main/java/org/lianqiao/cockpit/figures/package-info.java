/** 驾驶舱: what both sides have come to, counted from the ledger and the library as each reader sees them. */
@NullMarked
package org.lianqiao.cockpit.figures;

import org.jspecify.annotations.NullMarked;
