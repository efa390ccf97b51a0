/** Tells people: in the portal, by mail, by short message; listens. */
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
            "cockpit"
        })
@NullMarked
package org.lianqiao.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
