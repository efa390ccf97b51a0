/** What only runs on a developer's or a visitor's machine: PostgreSQL inside, demo data, printed sign-ins. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package org.lianqiao.local;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
