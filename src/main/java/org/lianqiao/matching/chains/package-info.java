/** The chains as maps: who is at each node, what is missing, what to do about it. */
@NamedInterface("chains")
@NullMarked
package org.lianqiao.matching.chains;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
