/** Ledgers that offices kept in Excel come in: columns, preview, confirmation, and the way back. */
@NullMarked
package org.lianqiao.prospects.imports;

import org.jspecify.annotations.NullMarked;
