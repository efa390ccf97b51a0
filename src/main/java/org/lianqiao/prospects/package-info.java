/** The ledger of interested enterprises. */
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
            "projects",
            "intents"
        })
@NullMarked
package org.lianqiao.prospects;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
