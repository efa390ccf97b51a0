/** The append-only record of who did and saw what; listens. */
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
            "intents",
            "prospects",
            "meetings",
            "events",
            "cockpit",
            "notifications"
        })
@NullMarked
package org.lianqiao.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
