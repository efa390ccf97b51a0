/** What is offered and sought at a chain node: review, publication, expiry. */
@ApplicationModule(allowedDependencies = {"shared", "web", "search", "files", "catalogue", "organizations", "accounts"})
@NullMarked
package org.lianqiao.needs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
