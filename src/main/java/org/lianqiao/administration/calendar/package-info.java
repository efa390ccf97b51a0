/** Public holidays and the days worked in their stead. */
@NullMarked
package org.lianqiao.administration.calendar;

import org.jspecify.annotations.NullMarked;
