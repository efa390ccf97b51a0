/** The form with which an enterprise says it wants a need or a project, and its answer. */
@ApplicationModule(
        allowedDependencies = {"shared", "web", "files", "catalogue", "organizations", "accounts", "needs", "projects"})
@NullMarked
package org.lianqiao.intents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
