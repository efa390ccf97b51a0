/** 推介手册: projects, needs and regions for an investor, as a page, a text and a PDF. */
@NullMarked
package org.lianqiao.cockpit.briefs;

import org.jspecify.annotations.NullMarked;
