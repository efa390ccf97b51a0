/** Whom guests want to meet. Nobody reads another's "rather not". */
@NullMarked
package org.lianqiao.events.wishes;

import org.jspecify.annotations.NullMarked;
