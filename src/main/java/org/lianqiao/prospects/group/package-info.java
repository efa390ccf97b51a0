/** 产业组团: an association brings several enterprises at once, each of which confirms for itself. */
@NullMarked
package org.lianqiao.prospects.group;

import org.jspecify.annotations.NullMarked;
