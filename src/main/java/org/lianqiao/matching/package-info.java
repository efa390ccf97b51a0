/** Who could fill a need, and why: candidates, one score from named features, reasons, feedback; the chain pages. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "web",
            "files",
            "sheets",
            "catalogue",
            "organizations",
            "accounts",
            "needs",
            "projects"
        })
@NullMarked
package org.lianqiao.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
