/** People, their roles and their way in, for the security administrator. */
@NullMarked
package org.lianqiao.administration.people;

import org.jspecify.annotations.NullMarked;
