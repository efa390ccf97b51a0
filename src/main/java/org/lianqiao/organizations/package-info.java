/** Offices, associations, enterprises and parks, registered or only known; contacts with source and consent. */
@ApplicationModule(allowedDependencies = {"shared", "web", "files", "sheets", "search", "catalogue"})
@NullMarked
package org.lianqiao.organizations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
