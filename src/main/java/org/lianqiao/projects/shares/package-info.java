/** What the parties agreed that statistics count for each region, as percentages that make 100. */
@NullMarked
package org.lianqiao.projects.shares;

import org.jspecify.annotations.NullMarked;
