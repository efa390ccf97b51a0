/** Promotion and matchmaking events. */
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
            "needs",
            "projects",
            "matching",
            "matching :: ranking",
            "intents",
            "prospects",
            "meetings"
        })
@NullMarked
package org.lianqiao.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
