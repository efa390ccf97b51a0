/** 计数口径: what was signed for a project as a whole, and what of it statistics count, with the reason of each line. */
@NullMarked
package org.lianqiao.projects.counting;

import org.jspecify.annotations.NullMarked;
