/** 配合单位: the holder invites or an office asks, and the other one agrees. */
@NullMarked
package org.lianqiao.prospects.partners;

import org.jspecify.annotations.NullMarked;
