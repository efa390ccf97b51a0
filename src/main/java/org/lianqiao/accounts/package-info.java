/** People: registration and review, invitation, sign-in, roles, sessions. */
@ApplicationModule(
        allowedDependencies = {"shared", "production", "web", "files", "search", "catalogue", "organizations"})
@NullMarked
package org.lianqiao.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
