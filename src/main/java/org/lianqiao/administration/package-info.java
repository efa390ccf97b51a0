/** Organisations, accounts, catalogue, settings, outbox. */
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
            "notifications",
            "audit"
        })
@NullMarked
package org.lianqiao.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
