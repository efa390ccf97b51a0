/** Regions, alliances, parks, chains and their nodes, industry codes: data, not code. */
@ApplicationModule(allowedDependencies = {"shared", "web", "files", "sheets", "search"})
@NullMarked
package org.lianqiao.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
