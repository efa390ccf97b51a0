/** The ranking itself: a snapshot of who makes what, named features, one score, and why. It knows no page and no feedback. */
@NamedInterface("ranking")
@NullMarked
package org.lianqiao.matching.ranking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
