/** Alliances of regions: their sides, the offices that coordinate them, the joint office. */
@NullMarked
package org.lianqiao.administration.alliances;

import org.jspecify.annotations.NullMarked;
