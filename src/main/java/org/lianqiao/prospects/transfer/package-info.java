/** 流转: offer, the enterprise's word on its contact, the other office's answer; who introduced keeps the credit. */
@NullMarked
package org.lianqiao.prospects.transfer;

import org.jspecify.annotations.NullMarked;
