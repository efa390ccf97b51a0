/** What an office says of its ledger: the weekly report, and how long everything takes. */
@NullMarked
package org.lianqiao.prospects.reports;

import org.jspecify.annotations.NullMarked;
