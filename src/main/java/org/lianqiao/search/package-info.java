/** One box over everything: what may be found and by whom, the index, its queries and its rebuilding. */
@ApplicationModule(allowedDependencies = {"shared", "web"})
@NullMarked
package org.lianqiao.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
