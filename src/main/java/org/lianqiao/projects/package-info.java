/** The joint library: one project, several sites. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "web",
            "search",
            "files",
            "sheets",
            "catalogue",
            "organizations",
            "accounts",
            "needs"
        })
@NullMarked
package org.lianqiao.projects;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
