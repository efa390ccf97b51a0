/** 会商: who follows an enterprise where more than one office would. */
@NullMarked
package org.lianqiao.prospects.consultation;

import org.jspecify.annotations.NullMarked;
