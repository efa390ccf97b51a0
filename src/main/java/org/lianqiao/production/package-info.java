/** What must be true before the portal serves the public: the settings, and a database without demo data. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package org.lianqiao.production;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
