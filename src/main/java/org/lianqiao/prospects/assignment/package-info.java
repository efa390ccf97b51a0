/** 会后分派: who follows the leads of a joint event. The portal proposes, both sides confirm. */
@NullMarked
package org.lianqiao.prospects.assignment;

import org.jspecify.annotations.NullMarked;
