/** What was signed, by whom, and what each side then owes. */
@ApplicationModule(
        allowedDependencies = {"shared", "web", "files", "catalogue", "organizations", "accounts", "projects", "events"
        })
@NullMarked
package org.lianqiao.agreements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
