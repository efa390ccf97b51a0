/** Home and desk: what waits for whom, read by SQL. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "web",
            "files",
            "catalogue",
            "organizations",
            "accounts",
            "needs",
            "projects",
            "matching",
            "matching :: chains",
            "intents",
            "prospects",
            "meetings",
            "events",
            "agreements",
            "sheets"
        })
@NullMarked
package org.lianqiao.cockpit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
