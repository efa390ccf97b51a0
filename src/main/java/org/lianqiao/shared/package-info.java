/** Values and words that every module uses: codes, sums, areas, who asks, what is recorded. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.lianqiao.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
