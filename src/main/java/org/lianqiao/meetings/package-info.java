/** Who met whom, with what outcome and next step. */
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
            "prospects"
        })
@NullMarked
package org.lianqiao.meetings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
